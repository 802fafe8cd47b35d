import { epochMs } from '@counterfoil/domain'
import type { Person } from '../src/kiosk'

const NAMES = [
  'Anna Weber',
  'Marc Thill',
  'Anna Schmit',
  'Maximiliane-Katharina von Hohenlohe-Langenburg',
  'Lou Kieffer',
  'Jean-Baptiste Muller',
  'Zoé Reuter',
  'Bob',
] as const

/** Believable staff; the third is locked, the last has no PIN. */
export function peopleAt(now: number, count: number = NAMES.length): readonly Person[] {
  return Array.from({ length: count }, (_, index) => {
    const name = NAMES[index % NAMES.length] ?? 'Bob'
    return {
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      name,
      initials: name.slice(0, 1),
      personnel_number: String(1040 + index),
      has_pin: index !== 7,
      locked_until: index === 2 ? epochMs(now + 29 * 60_000) : null,
      last_used_at: index < 3 ? epochMs(now - index * 60_000) : null,
    }
  })
}
