import type { IdentifiedCard } from '../kiosk'
import type { Command, FlowState, Result } from './flow-state'
import { holdOf } from './hold'

/** State after an event, and what is to be done about it. */
export type Reduced = readonly [FlowState, readonly Command[]]

/** A good result stays at least this long before the next code may take its place. */
export const SEEN_MS = 600

/** Whether a fresh code would be taken now; otherwise it is left for the next picture. */
export function listening(state: FlowState): boolean {
  if (state.reading) return false
  switch (state.step.at) {
    case 'home':
    case 'who':
      return true
    case 'pin':
      return !state.step.checking
    case 'verdict':
      return state.step.interruptible
    case 'choose':
    case 'saving':
    case 'undoing':
      return false
  }
}

/** Something is being written; leaving now would hide its answer. */
export function busy({ step }: FlowState): boolean {
  return step.at === 'saving' || step.at === 'undoing' || (step.at === 'pin' && step.checking)
}

export function home(state: FlowState): Reduced {
  const next = { step: { at: 'home' }, page: null, reading: false, asking: false } as const
  return [{ ...state, ...next, turn: state.turn + 1 }, []]
}

/** Shows a result as long as its kind deserves. */
export function show(state: FlowState, result: Result): Reduced {
  const turn = state.turn + 1
  const { good, ms } = holdOf(result)
  const waits: Command[] = [{ do: 'wait', ms, event: { type: 'over', turn } }]
  if (good) waits.push({ do: 'wait', ms: SEEN_MS, event: { type: 'seen', turn } })
  const step = { at: 'verdict', result, interruptible: false, shown: turn } as const
  return [{ ...state, step, page: null, turn, reading: false, asking: false }, waits]
}

/** Asks who it is where the program wants to know, else writes it down. */
export function goOn(state: FlowState, card: IdentifiedCard): Reduced {
  if (!card.pin_required || state.signed_on !== null) return save(state, card)
  return [{ ...state, step: { at: 'who', card, problem: null }, turn: state.turn + 1 }, []]
}

export function save(state: FlowState, card: IdentifiedCard): Reduced {
  const turn = state.turn + 1
  const step = { at: 'saving', card } as const
  return [{ ...state, step, page: null, turn, reading: false }, [{ do: 'stamp', turn, card }]]
}
