/**
 * Tells a hand scanner, which types a code as a burst of keys and ends it with Enter, from a person
 * at the keyboard. Pure: keys and their times go in, what they mean comes out.
 */
export interface WedgeState {
  readonly keys: string
  readonly last_at: number
  /** Within this long after a burst, stray digits belong to the scanner, not to a PIN. */
  readonly quiet_until: number
}

export const NO_KEYS: WedgeState = { keys: '', last_at: -Infinity, quiet_until: -Infinity }

/** Slower than this between two digits is a person. */
const BURST_GAP_MS = 60
/** A wireless scanner may pause this long within a code; nobody types codes outside of a field. */
const STUTTER_MS = 250
const NOT_A_DIGIT = /[^0-9]/
const SHORTEST_CODE = 8
const QUIET_MS = 300

export interface WedgeAnswer {
  readonly state: WedgeState
  /** Typed before, and not settled yet: on a busy page a key comes before the timer of the last. */
  readonly digits: string
  /** A whole code, on Enter. */
  readonly code: string | null
}

/** @param key `KeyboardEvent.key`; keys that print nothing, Enter aside, are to be left out */
export function wedgeKey(state: WedgeState, key: string, at: number): WedgeAnswer {
  const gap = NOT_A_DIGIT.test(state.keys) ? STUTTER_MS : BURST_GAP_MS
  const burst = at - state.last_at < gap
  if (key === 'Enter') {
    const code = burst && state.keys.length >= SHORTEST_CODE ? state.keys : null
    return { state: { ...NO_KEYS, quiet_until: state.quiet_until }, code, digits: '' }
  }
  const keys = burst ? state.keys + key : key
  const scanning = burst && NOT_A_DIGIT.test(keys)
  const quiet_until = scanning ? at + QUIET_MS : state.quiet_until
  const { digits } = settleKeys(burst ? NO_KEYS : state)
  return { state: { keys, last_at: at, quiet_until }, code: null, digits }
}

export interface Settled {
  readonly state: WedgeState
  /** Digits that a person typed, to be handed to the PIN pad. */
  readonly digits: string
}

/**
 * To be called when no key has come for {@link SETTLE_MS}: only then is it sure that digits were
 * typed by a finger and are not the middle of somebody's badge.
 */
export function settleKeys(state: WedgeState): Settled {
  if (NOT_A_DIGIT.test(state.keys)) return { state, digits: '' }
  const typed = /^[0-9]{1,8}$/.test(state.keys) && state.last_at >= state.quiet_until
  return {
    state: { ...NO_KEYS, quiet_until: state.quiet_until },
    digits: typed ? state.keys : '',
  }
}

export const SETTLE_MS = BURST_GAP_MS
