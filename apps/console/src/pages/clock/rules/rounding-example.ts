import { epochMs, formatInstant, HOUR, MINUTE, roundTime, type Rounding } from '@counterfoil/domain'

export interface RoundingRules {
  readonly round_minutes: number
  readonly round_coming: Rounding
  readonly round_going: Rounding
}

const START = epochMs(0)
const CAME = epochMs(8 * HOUR + 52.5 * MINUTE)
const WENT = epochMs(17 * HOUR + 7.75 * MINUTE)

/** A morning and an evening, as they are clocked and as the rules read them. */
export function exampleOf({ round_minutes, round_coming, round_going }: RoundingRules) {
  const read = (at: typeof CAME, rounding: Rounding) =>
    formatInstant(roundTime(at, START, round_minutes, rounding)).slice(
      11,
      round_minutes === 0 ? 19 : 16,
    )
  return {
    came: formatInstant(CAME).slice(11, 19),
    went: formatInstant(WENT).slice(11, 19),
    read: `${read(CAME, round_coming)}–${read(WENT, round_going)}`,
  }
}
