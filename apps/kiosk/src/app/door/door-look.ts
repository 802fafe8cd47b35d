import type { DoorTicket } from '../../door-desk'
import { askPin } from '../flow-pin'
import type { NotOurs } from '../flow-state'
import { askWho, deedFor, doIt, listeningAtDoor, restOf, showAtDoor, toScan } from './door-steps'
import { wrapInner } from './door-sign-on'
import type { DoorEvent, DoorReduced, DoorState, Looked } from './door-state'

type LookEvent = Extract<DoorEvent, { type: 'code' | 'guest' | 'looked' }>

/** From a code in view, or a name on the list, to the step it leads to. */
export function reduceLook(state: DoorState, event: LookEvent): DoorReduced {
  switch (event.type) {
    case 'code':
      return listeningAtDoor(state) ? look(state, { text: event.text }) : [state, []]
    case 'guest':
      return state.step.at === 'find' && !state.reading
        ? look(state, { ticket_id: event.ticket_id })
        : [state, []]
    case 'looked':
      return event.turn === state.turn && state.reading
        ? meet({ ...state, reading: false, signed_on: event.looked.signed_on }, event.looked)
        : [state, []]
  }
}

function look(
  state: DoorState,
  what: { readonly text: string } | { readonly ticket_id: string },
): DoorReduced {
  if (state.shift === null) return [state, []]
  const turn = state.turn + 1
  const { performance_id } = state.shift
  const preview = state.ask_first && !state.out
  return [
    { ...state, turn, reading: true, page: null, resting: false },
    [{ do: 'look', turn, what, performance_id, preview }],
  ]
}

function meet(state: DoorState, looked: Looked): DoorReduced {
  const { code } = looked
  const { step } = state
  switch (code.kind) {
    case 'badge': {
      const [asking] = step.at === 'sign_on' ? [state] : askWho(state, null)
      if (asking.step.at !== 'sign_on') return [asking, []]
      const { inner } = asking.step
      return wrapInner(asking, asking.step, askPin(inner, code.staff_id, null))
    }
    case 'badge_unknown':
    case 'not_ours':
      if (step.at === 'sign_on') return [state, []]
      return showAtDoor(state, {
        kind: 'plain',
        result: { kind: 'not_ours', what: notOurs(code) },
      })
    case 'ticket':
      return meetTicket(state, code.ticket, looked)
  }
}

function notOurs(code: Extract<Looked['code'], { kind: 'badge_unknown' | 'not_ours' }>): NotOurs {
  if (code.kind === 'badge_unknown') return code.kind
  return code.what === 'card' || code.what === 'unknown' ? 'no_ticket' : code.what
}

function meetTicket(state: DoorState, ticket: DoorTicket, looked: Looked): DoorReduced {
  const deed = deedFor(state, ticket)
  if (deed === null) return toScan(state)
  if (looked.pin_required && state.signed_on === null) return askWho(state, ticket)
  // What this tablet would refuse is asked of the server at once, which may know better.
  if (looked.preview?.status !== 'accepted') {
    const { signed_on } = looked
    return doIt(state, deed, { signed_on })
  }
  const step = { at: 'ask', ticket, people: restOf(ticket) } as const
  return [{ ...state, step, page: null, turn: state.turn + 1 }, []]
}
