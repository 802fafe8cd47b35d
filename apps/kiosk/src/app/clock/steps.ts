import { SEEN_MS } from '../flow-steps'
import {
  AT_HOME,
  type ClockCommand,
  type ClockResult,
  type ClockState,
  type Reduced,
} from './state'

/** Whether a fresh code would be taken now; otherwise it is left for the next picture. */
export function listening({ step, reading }: ClockState): boolean {
  if (reading) return false
  switch (step.at) {
    case 'home':
    case 'keys':
      return true
    case 'pin':
      return !step.checking
    case 'result':
      return step.interruptible
    case 'saving':
      return false
  }
}

/** Something is being written; leaving now would hide its answer. */
export function busy({ step }: ClockState): boolean {
  return step.at === 'saving' || (step.at === 'pin' && step.checking)
}

/** Whatever was on screen is gone, with every name in it. */
export function home(state: ClockState): Reduced {
  const next = { step: AT_HOME, page: null, reading: false, asking: false } as const
  return [{ ...state, ...next, turn: state.turn + 1 }, []]
}

const GOOD_MS = 2_000
const PROBLEM_MS = 4_000

/** One that went as ever; everything else has a sentence to be read. */
export function isPlain(result: ClockResult): boolean {
  if (result.kind !== 'punched') return false
  const { verdict, flags } = result.outcome
  return verdict.status === 'accepted' && flags.every((flag) => !TOLD.has(flag))
}

const TOLD: ReadonlySet<string> = new Set([
  'ALREADY_CLOCKED_IN',
  'ALREADY_CLOCKED_OUT',
  'LONG_SHIFT',
])

/** Shows a result as long as its kind deserves; the next person need not wait for its end. */
export function show(state: ClockState, result: ClockResult): Reduced {
  const turn = state.turn + 1
  const ms = isPlain(result) ? GOOD_MS : PROBLEM_MS
  const waits: ClockCommand[] = [
    { do: 'wait', ms: SEEN_MS, event: { type: 'seen', turn } },
    { do: 'wait', ms, event: { type: 'over', turn } },
  ]
  const step = { at: 'result', result, interruptible: false, shown: turn } as const
  return [{ ...state, step, page: null, turn, reading: false, asking: false }, waits]
}
