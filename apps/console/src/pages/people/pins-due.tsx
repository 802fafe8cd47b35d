import { ENDPOINTS, type Staff } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import { useState } from 'react'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './people.module.css'
import { PinDialog } from './pin-dialog'

/** Who needs a new PIN because a tablet was stolen, each with the way to set it. */
export function PinsDue({ people }: { readonly people: readonly Staff[] | undefined }) {
  const { t } = useText()
  const words = t.console.people
  const may = useMay()
  const [setting, setSetting] = useState<Staff>()
  const due = people?.filter((person) => person.active && person.pin_change_due)
  if (due === undefined || due.length === 0) return null
  return (
    <Notice title={words.due_title({ people: due.length })} tone="warn">
      <p>{words.pin_due_text}</p>
      {may(ENDPOINTS.setPin) && (
        <ul className={styles['due']}>
          {due.map((person) => (
            <li key={person.id}>
              <Button onClick={() => setSetting(person)} size="small">
                {words.pin_title(person)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {setting && <PinDialog onClose={() => setSetting(undefined)} person={setting} />}
    </Notice>
  )
}
