import type { EpochMs, Id } from '@counterfoil/domain'
import type { Dice } from './dice'

/** UUIDv7 of a time and a throw of the dice. */
export function idAt(at: EpochMs, dice: Dice): Id {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => dice.between(0, 15).toString(16)).join('')
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`
}
