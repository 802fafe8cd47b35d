import { ENDPOINTS, type Staff } from '@counterfoil/protocol'
import { Notice } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { FactSection, Stack } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './people.module.css'
import { PersonActions } from './person-actions'
import { PinState } from './use-people-columns'
import { useNow } from '../../components/use-now'

export function PersonPanel({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t, format } = useText()
  const may = useMay()
  const words = t.console.people
  const acts = may(ENDPOINTS.setPin) || may(ENDPOINTS.updateStaff)
  return (
    <SidePanel
      actions={acts ? <PersonActions person={person} /> : undefined}
      meta={`${words.number} ${person.personnel_number}`}
      onClose={onClose}
      title={person.name}
    >
      <Stack>
        <Locks person={person} />
        {person.pin_change_due && (
          <Notice title={words.pin_due} tone="warn">
            {words.pin_due_text}
          </Notice>
        )}
        <FactSection
          items={[
            { term: words.pin, value: <PinState person={person} /> },
            { term: words.badge, value: person.badge_set ? words.badge_yes : words.badge_no },
            { term: words.since, value: format.date(person.created_at) },
          ]}
          title={words.state}
        />
        <LinkTo to={`/ledger?staff_id=${person.id}`}>{words.history}</LinkTo>
      </Stack>
    </SidePanel>
  )
}

/** Where this person is locked, until when, and why. */
function Locks({ person }: { readonly person: Staff }) {
  const { t, format } = useText()
  const words = t.console.people
  const now = useNow(60_000)
  const when = (at: string) => format.dateTime(at, now)
  if (person.locked_until === null && person.device_locks.length === 0) return null
  return (
    <Notice title={words.locked} tone="danger">
      <ul className={styles['locks']}>
        {person.locked_until !== null && (
          <li>{words.locked_everywhere({ until: when(person.locked_until) })}</li>
        )}
        {person.device_locks.map((lock) => (
          <li key={lock.device_id}>
            {words.locked_at({ tablet: lock.device_label, until: when(lock.locked_until) })}
          </li>
        ))}
      </ul>
      <p>{words.locked_why}</p>
    </Notice>
  )
}
