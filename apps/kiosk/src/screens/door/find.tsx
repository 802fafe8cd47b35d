import { Badge, EmptyState, TextField } from '@counterfoil/ui'
import Search from 'lucide-react/icons/search'
import { useEffect, useState } from 'react'
import { useServices } from '../../app/services-context'
import { useText } from '../../app/text'
import { usePart } from '../../hooks/use-live'
import type { Found, Guest } from '../../door-desk'
import { PageLayer } from '../page-layer'
import { useDoor } from './door-context'
import styles from './find.module.css'

const NOTHING: Found = { guests: [], more: false }

/** The guest list of this evening, by the beginning of a name. A touch does what a scan would. */
export function Find() {
  const { flow } = useDoor()
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const found = useFound(typed)
  const words = t.door.search
  return (
    <PageLayer screen="find" title={words.title}>
      <TextField
        autoComplete="off"
        autoCorrect="off"
        // The page was opened to type into this field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        hint={words.hint}
        icon={<Search aria-hidden />}
        label={words.label}
        onChange={(event) => setTyped(event.currentTarget.value)}
        spellCheck={false}
        type="search"
        value={typed}
      />
      {typed.trim() !== '' && found !== null && found.guests.length === 0 && (
        <EmptyState title={words.nobody}>{words.nobody_text}</EmptyState>
      )}
      <ul className={styles['list']}>
        {found?.guests.map((guest) => (
          <li key={guest.ticket_id}>
            <GuestButton
              guest={guest}
              onChoose={() => flow.send({ type: 'guest', ticket_id: guest.ticket_id })}
            />
          </li>
        ))}
      </ul>
      {found?.more === true && <p className={styles['more']}>{words.more}</p>}
    </PageLayer>
  )
}

interface GuestButtonProps {
  readonly guest: Guest
  readonly onChoose: () => void
}

function GuestButton({ guest, onChoose }: GuestButtonProps) {
  const { t } = useText()
  const { name, party_size: party, admitted, status } = guest
  const words = t.door.search
  const tone = status === 'confirmed' ? 'ok' : status === 'revoked' ? 'danger' : 'warn'
  return (
    <button className={styles['guest']} onClick={onChoose} type="button">
      <span className={styles['name']}>{name}</span>
      <span className={styles['party']}>{words.in({ admitted, party })}</span>
      <Badge tone={tone}>{words[status]}</Badge>
    </button>
  )
}

/** `null` until the first answer to what is typed; the latest wins. */
function useFound(typed: string): Found | null {
  const { onUnexpected } = useServices()
  const { desk, flow } = useDoor()
  const performanceId = usePart(flow, (state) => state.shift?.performance_id ?? null)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let late = false
    if (performanceId === null) return undefined
    const asked = typed.trim() === '' ? Promise.resolve(NOTHING) : desk.find(performanceId, typed)
    asked.then((answer) => late || setFound(answer), onUnexpected)
    return () => {
      late = true
    }
  }, [desk, onUnexpected, performanceId, typed])
  return found
}
