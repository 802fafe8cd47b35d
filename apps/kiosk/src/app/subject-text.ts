import type { KioskMessages } from '@counterfoil/messages'
import type { QueueEntry } from '../kiosk'

/** For whom an operation was, in words; `null` where there is nothing to say. */
export function subjectText(
  { kind, subject, people }: Pick<QueueEntry, 'kind' | 'subject' | 'people'>,
  t: KioskMessages,
): string | null {
  if (kind === 'ticket.walk_in') return people === null ? null : t.door.guests({ people })
  if (subject === null || (kind !== 'ticket.admit' && kind !== 'ticket.exit')) return subject
  return people === null
    ? t.door.subject_name({ name: subject })
    : t.door.subject({ name: subject, people: Math.abs(people) })
}
