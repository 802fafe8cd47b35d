import { UNDO_MS, type Outcome } from '../../kiosk'
import { fewerAllowed, mostPeople } from './door-people'
import { reduceLook } from './door-look'
import { reduceSignOn } from './door-sign-on'
import { askWho, busyAtDoor, doIt, showAtDoor, toScan } from './door-steps'
import {
  startDoor,
  type DoorEvent,
  type DoorReduced,
  type DoorResult,
  type DoorState,
} from './door-state'

/** The whole way at the door, from a code in view to its answer. Pure; time comes in as events. */
export function reduceDoor(state: DoorState, event: DoorEvent): DoorReduced {
  switch (event.type) {
    case 'code':
    case 'guest':
    case 'looked':
      return reduceLook(state, event)
    case 'person':
    case 'digit':
    case 'erase':
    case 'someone_else':
    case 'unlocked':
    case 'pin_state':
    case 'sign_on':
      return reduceSignOn(state, event)
    case 'shift':
    case 'change_shift':
    case 'ask_first':
    case 'direction':
      return reduceShift(state, event)
    case 'people':
    case 'go':
    case 'fewer':
    case 'walk_in':
    case 'find':
      return reduceHands(state, event)
    case 'done':
      return event.turn === state.turn ? afterDeed(state, event.outcome) : [state, []]
    case 'undone':
      return event.turn === state.turn ? afterUndo(state, event.outcome) : [state, []]
    case 'undo':
      return undo(state)
    case 'failed':
      return event.turn === state.turn
        ? showAtDoor(state, { kind: 'plain', result: { kind: 'failed' } })
        : [state, []]
    case 'undo_over':
    case 'seen':
    case 'over':
    case 'dismiss':
    case 'sign_off':
    case 'signed_on':
    case 'forget':
    case 'open':
    case 'home':
    case 'idle':
    case 'active':
      return reduceStay(state, event)
  }
}

type ShiftEvent = Extract<DoorEvent, { type: 'shift' | 'change_shift' | 'ask_first' | 'direction' }>

function reduceShift(state: DoorState, event: ShiftEvent): DoorReduced {
  switch (event.type) {
    case 'shift': {
      const { id: performance_id, pin_required } = event.evening
      const shift = { performance_id, until: event.until }
      const chosen = { ...state, shift, last: null, out: false }
      const remember = { do: 'remember', shift, ask_first: state.ask_first } as const
      const [next] =
        pin_required && state.signed_on === null ? askWho(chosen, null) : toScan(chosen)
      return [next, [remember]]
    }
    case 'change_shift':
      if (busyAtDoor(state)) return [state, []]
      return [
        { ...state, step: { at: 'shift' }, page: null, turn: state.turn + 1, reading: false },
        [],
      ]
    case 'ask_first':
      return [
        { ...state, ask_first: event.on },
        [{ do: 'remember', shift: state.shift, ask_first: event.on }],
      ]
    case 'direction':
      return [{ ...state, out: event.out, resting: false }, []]
  }
}

type HandsEvent = Extract<DoorEvent, { type: 'people' | 'go' | 'fewer' | 'walk_in' | 'find' }>

function reduceHands(state: DoorState, event: HandsEvent): DoorReduced {
  const { step, shift } = state
  if (shift === null) return [state, []]
  switch (event.type) {
    case 'walk_in':
    case 'find': {
      if (busyAtDoor(state)) return [state, []]
      const next = event.type === 'find' ? ({ at: 'find' } as const) : WALK_IN
      return [{ ...state, step: next, page: null, turn: state.turn + 1, reading: false }, []]
    }
    case 'people': {
      if (step.at !== 'ask' && step.at !== 'walk_in') return [state, []]
      const people = Math.min(mostPeople(step), Math.max(1, step.people + event.by))
      return [{ ...state, step: { ...step, people } }, []]
    }
    case 'fewer':
      return step.at === 'verdict' ? askFewer(state, step.result) : [state, []]
    case 'go': {
      const { performance_id } = shift
      if (step.at === 'ask') {
        const { ticket, people } = step
        return doIt(state, { kind: 'admit', performance_id, ticket, people })
      }
      if (step.at !== 'walk_in') return [state, []]
      return doIt(state, { kind: 'walk_in', performance_id, people: step.people })
    }
  }
}

/** Not all of them fit: how many of those who do. */
function askFewer(state: DoorState, result: DoorResult): DoorReduced {
  const most = fewerAllowed(result)
  if (most === 0 || result.kind !== 'deed' || result.deed.kind === 'exit') return [state, []]
  const { deed } = result
  const step =
    deed.kind === 'walk_in'
      ? ({ at: 'walk_in', people: most, most } as const)
      : ({ at: 'ask', ticket: deed.ticket, people: most, most } as const)
  return [{ ...state, step, turn: state.turn + 1 }, []]
}

const WALK_IN = { at: 'walk_in', people: 1 } as const

function afterDeed(state: DoorState, outcome: Outcome): DoorReduced {
  if (state.step.at !== 'saving') return [state, []]
  if (outcome.kind === 'not_saved') return showAtDoor(state, { kind: 'plain', result: outcome })
  const { deed } = state.step
  const undoable = outcome.undo_until !== null
  const last = { deed, outcome, undoable }
  const [next, waits] = showAtDoor({ ...state, last }, { kind: 'deed', deed, outcome })
  const over = { type: 'undo_over', op_id: outcome.op_id } as const
  return [next, undoable ? [...waits, { do: 'wait', ms: UNDO_MS, event: over }] : waits]
}

function undo(state: DoorState): DoorReduced {
  const { last, step } = state
  const free = step.at === 'scan' || step.at === 'verdict'
  if (last === null || !last.undoable || !free) return [state, []]
  const turn = state.turn + 1
  return [
    { ...state, step: { at: 'undoing' }, page: null, turn, reading: false },
    [{ do: 'undo', turn, op_id: last.outcome.op_id }],
  ]
}

function afterUndo(state: DoorState, outcome: Outcome): DoorReduced {
  if (outcome.kind === 'not_saved') return showAtDoor(state, { kind: 'plain', result: outcome })
  const undone = outcome.verdict.status === 'accepted'
  const deed = state.last?.deed ?? null
  const next = { ...state, last: undone ? null : state.last }
  return showAtDoor(next, { kind: 'undo', deed, outcome })
}

type StayEvent = Extract<
  DoorEvent,
  {
    type:
      | 'undo_over'
      | 'seen'
      | 'over'
      | 'dismiss'
      | 'sign_off'
      | 'signed_on'
      | 'forget'
      | 'open'
      | 'home'
      | 'idle'
      | 'active'
  }
>

/** Events that bring nothing new to decide: what stays, what goes away. */
function reduceStay(state: DoorState, event: StayEvent): DoorReduced {
  const { step, last } = state
  switch (event.type) {
    case 'undo_over':
      return last?.outcome.op_id === event.op_id
        ? [{ ...state, last: { ...last, undoable: false } }, []]
        : [state, []]
    case 'seen':
      return event.turn === state.turn && step.at === 'verdict'
        ? [{ ...state, step: { ...step, interruptible: true } }, []]
        : [state, []]
    case 'over':
      return event.turn === state.turn && step.at === 'verdict' ? toScan(state) : [state, []]
    case 'dismiss':
      return step.at === 'verdict' ? toScan(state) : [state, []]
    case 'sign_off':
      return state.signed_on === null
        ? [state, []]
        : [{ ...state, signed_on: null }, [{ do: 'sign_off' }]]
    case 'signed_on':
      return [{ ...state, signed_on: event.signed_on }, []]
    case 'forget':
      return [
        { ...startDoor(null, state.ask_first), turn: state.turn + 1 },
        [{ do: 'remember', shift: null, ask_first: state.ask_first }],
      ]
    case 'open':
      return [{ ...state, page: event.page, resting: false }, []]
    case 'home':
      return busyAtDoor(state) ? [state, []] : toScan(state)
    case 'idle':
      return idle(state)
    case 'active':
      return state.resting ? [{ ...state, resting: false }, []] : [state, []]
  }
}

/** The door stays open: only what is personal goes, and whatever was left half-way. */
function idle(state: DoorState): DoorReduced {
  if (busyAtDoor(state) || state.step.at === 'verdict') return [state, []]
  const [next] = state.step.at === 'scan' && state.page === null ? [state] : toScan(state)
  return [{ ...next, last: null, resting: true }, []]
}
