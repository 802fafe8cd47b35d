import type { Staff } from '@counterfoil/protocol'
import { Avatar } from '@counterfoil/ui'
import { type Column, StatusDot } from '@counterfoil/ui/console'
import { useText } from '../../text'
import styles from './people.module.css'
import { useNow } from '../../components/use-now'

export function usePeopleColumns(): readonly Column<Staff>[] {
  const { t } = useText()
  const words = t.console.people
  return [
    {
      key: 'name',
      title: words.name,
      cell: (person) => (
        <span className={styles['person']}>
          <span className={styles['face']}>
            <Avatar name={person.name} />
          </span>
          <span>{person.name}</span>
        </span>
      ),
    },
    {
      key: 'number',
      title: words.number,
      hideOnPhone: true,
      cell: (person) => person.personnel_number,
    },
    { key: 'pin', title: words.pin, cell: (person) => <PinState person={person} /> },
    {
      key: 'badge',
      title: words.badge,
      hideOnPhone: true,
      cell: (person) => (person.badge_set ? words.badge_yes : words.badge_no),
    },
  ]
}

/** Whether this person can sign on now, and if not why. */
export function PinState({ person }: { readonly person: Staff }) {
  const { t, format } = useText()
  const now = useNow(60_000)
  const words = t.console.people
  if (!person.active)
    return (
      <StatusDot hollow tone="neutral">
        {words.inactive}
      </StatusDot>
    )
  if (person.locked_until !== null || person.device_locks.length > 0) {
    return <StatusDot tone="danger">{words.locked}</StatusDot>
  }
  if (!person.pin_set)
    return (
      <StatusDot hollow tone="warn">
        {words.pin_none}
      </StatusDot>
    )
  if (person.pin_change_due) return <StatusDot tone="warn">{words.pin_due}</StatusDot>
  const when = person.pin_set_at === null ? '' : format.day(person.pin_set_at, now)
  return <StatusDot tone="ok">{words.pin_set({ when })}</StatusDot>
}
