import { type NotSaved, type Outcome, type SignedOn, UNDO_MS } from '../kiosk'
import { reduceChoice } from './flow-choose'
import { reduceCode } from './flow-code'
import { reducePin } from './flow-pin'
import { START, type FlowEvent, type FlowState } from './flow-state'
import { busy, home, show, type Reduced } from './flow-steps'

/** "Still there?" waits this long for an answer. */
export const ASKING_MS = 15_000

/** The whole way from a code to its answer. Pure; time comes in as events. */
export function reduce(state: FlowState, event: FlowEvent): Reduced {
  switch (event.type) {
    case 'code':
    case 'identified':
      return reduceCode(state, event)
    case 'choose':
    case 'chosen':
      return reduceChoice(state, event)
    case 'digit':
    case 'erase':
      return state.step.at === 'choose' ? reduceChoice(state, event) : reducePin(state, event)
    case 'person':
    case 'pin_state':
    case 'someone_else':
    case 'unlocked':
    case 'sign_on':
      return reducePin(state, event)
    case 'stamped':
      return event.turn === state.turn ? showStamp(state, event.outcome) : [state, []]
    case 'undo':
      return undo(state)
    case 'undone':
      return event.turn === state.turn ? showUndo(state, event.outcome) : [state, []]
    case 'failed':
      return event.turn === state.turn ? show(state, { kind: 'failed' }) : [state, []]
    case 'undo_over':
    case 'seen':
    case 'over':
    case 'dismiss':
    case 'sign_off':
    case 'sign_off_failed':
    case 'forget':
    case 'open':
    case 'home':
    case 'reset':
    case 'idle':
    case 'active':
      return reduceStay(state, event)
  }
}

type StayEvent = Extract<
  FlowEvent,
  {
    type:
      | 'undo_over'
      | 'seen'
      | 'over'
      | 'dismiss'
      | 'sign_off'
      | 'sign_off_failed'
      | 'forget'
      | 'open'
      | 'home'
      | 'reset'
      | 'idle'
      | 'active'
  }
>

/** Events that bring nothing new to decide: what stays, what goes away. */
function reduceStay(state: FlowState, event: StayEvent): Reduced {
  switch (event.type) {
    case 'undo_over':
      return state.last?.outcome.op_id === event.op_id
        ? [{ ...state, last: { ...state.last, undoable: false } }, []]
        : [state, []]
    case 'seen':
      return event.turn === state.turn && state.step.at === 'verdict'
        ? [{ ...state, step: { ...state.step, interruptible: true } }, []]
        : [state, []]
    case 'over':
      return event.turn === state.turn && state.step.at === 'verdict' ? home(state) : [state, []]
    case 'dismiss':
      return state.step.at === 'verdict' ? home(state) : [state, []]
    case 'sign_off':
      return signOff(state)
    case 'sign_off_failed':
      return stillSignedOn(state, event)
    case 'forget':
      return [{ ...START, turn: state.turn + 1 }, []]
    case 'open':
      return [{ ...state, page: event.page, resting: false }, []]
    case 'home':
      return busy(state) ? [state, []] : home(state)
    case 'reset':
      return home(state)
    case 'idle':
      return idle(state)
    case 'active':
      return state.asking || state.resting
        ? [{ ...state, asking: false, resting: false }, []]
        : [state, []]
  }
}

function signOff(state: FlowState): Reduced {
  const { signed_on } = state
  if (signed_on === null) return [state, []]
  return [{ ...state, signed_on: null }, [{ do: 'sign_off', signed_on }]]
}

/** Nobody may believe to be signed off while stamps still count in their name. */
function stillSignedOn(
  state: FlowState,
  { signed_on, reason }: { readonly signed_on: SignedOn; readonly reason: NotSaved['reason'] },
): Reduced {
  const known = { ...state, signed_on }
  return busy(state) ? [known, []] : show(known, { kind: 'not_saved', reason, signed_on })
}

function showStamp(state: FlowState, outcome: Outcome): Reduced {
  if (state.step.at !== 'saving') return [state, []]
  if (outcome.kind === 'not_saved') return show(state, outcome)
  const { card } = state.step
  const undoable = outcome.undo_until !== null
  const [next, waits] = show(
    { ...state, last: { card, outcome, undoable } },
    { kind: 'stamp', card, outcome },
  )
  const over = { type: 'undo_over', op_id: outcome.op_id } as const
  return [next, undoable ? [...waits, { do: 'wait', ms: UNDO_MS, event: over }] : waits]
}

function undo(state: FlowState): Reduced {
  const { last, step } = state
  const free = step.at === 'home' || step.at === 'verdict'
  if (last === null || !last.undoable || !free) return [state, []]
  const turn = state.turn + 1
  return [
    { ...state, step: { at: 'undoing' }, page: null, turn, reading: false },
    [{ do: 'undo', turn, op_id: last.outcome.op_id }],
  ]
}

function showUndo(state: FlowState, outcome: Outcome): Reduced {
  if (outcome.kind === 'not_saved') return show(state, outcome)
  const undone = outcome.verdict.status === 'accepted'
  return show(
    { ...state, last: undone ? null : state.last },
    {
      kind: 'undo',
      card: state.last?.card ?? null,
      outcome,
    },
  )
}

function idle(state: FlowState): Reduced {
  if (state.step.at === 'home' && state.page === null) {
    return [{ ...state, resting: true, last: null, asking: false }, []]
  }
  if (busy(state) || state.step.at === 'verdict') return [state, []]
  if (!state.asking) return [{ ...state, asking: true }, []]
  const [next, commands] = home(state)
  return [{ ...next, last: null, resting: true }, commands]
}
