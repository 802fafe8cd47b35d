import { HOUR, type PunchAction } from '@counterfoil/domain'
import type { OwnClock } from '../../kiosk-clock'

/** A shift shorter than this, without a break yet, is more likely to pause than to end. */
const BREAK_LIKELY = 5 * HOUR

/** The key most likely wanted; lit up, never pressed for anybody. */
export function suggestPunch({ presence, since, today }: OwnClock, now: number): PunchAction {
  switch (presence) {
    case 'out':
      return 'in'
    case 'break':
      return 'break_end'
    case 'in':
      return today.breaks.length === 0 && since !== null && now - since < BREAK_LIKELY
        ? 'break_start'
        : 'out'
  }
}
