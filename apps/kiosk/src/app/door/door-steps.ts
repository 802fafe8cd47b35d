import type { DoorDeed, DoorTicket } from '../../door-desk'
import type { SignedOn } from '../../kiosk'
import { SEEN_MS } from '../flow-steps'
import { START } from '../flow-state'
import { holdOfDoor } from './door-hold'
import type { DoorCommand, DoorReduced, DoorResult, DoorState } from './door-state'

/** Whether a fresh code would be taken now; otherwise it is left for the next picture. */
export function listeningAtDoor({ reading, step, shift }: DoorState): boolean {
  if (reading || shift === null) return false
  switch (step.at) {
    case 'scan':
    case 'find':
      return true
    case 'sign_on':
      return (
        step.inner.step.at === 'who' || (step.inner.step.at === 'pin' && !step.inner.step.checking)
      )
    case 'verdict':
      return step.interruptible
    case 'shift':
    case 'ask':
    case 'walk_in':
    case 'saving':
    case 'undoing':
      return false
  }
}

/** Something is being written; leaving now would hide its answer. */
export function busyAtDoor({ step }: DoorState): boolean {
  if (step.at === 'sign_on') return step.inner.step.at === 'pin' && step.inner.step.checking
  return step.at === 'saving' || step.at === 'undoing'
}

export function toScan(state: DoorState): DoorReduced {
  const at = state.shift === null ? 'shift' : 'scan'
  const next = { step: { at }, page: null, reading: false } as const
  return [{ ...state, ...next, turn: state.turn + 1 }, []]
}

/** Shows a result as long as its kind deserves. */
export function showAtDoor(state: DoorState, result: DoorResult): DoorReduced {
  const turn = state.turn + 1
  const { good, ms } = holdOfDoor(result)
  const waits: DoorCommand[] = [{ do: 'wait', ms, event: { type: 'over', turn } }]
  if (good) waits.push({ do: 'wait', ms: SEEN_MS, event: { type: 'seen', turn } })
  const step = { at: 'verdict', result, interruptible: false, shown: turn } as const
  return [{ ...state, step, page: null, turn, reading: false }, waits]
}

/** People of the ticket who may still come in; a party that is all in counts as one at the door. */
export function restOf({ party_size, admitted, inside, performance }: DoorTicket): number {
  const taken = performance?.reentry === true ? inside : admitted
  return Math.max(1, party_size - taken)
}

/** What a ticket that is shown stands for: everybody who is left of its party, or one who leaves. */
export function deedFor(state: DoorState, ticket: DoorTicket): DoorDeed | null {
  if (state.shift === null) return null
  const { performance_id } = state.shift
  return state.out
    ? { kind: 'exit', performance_id, ticket }
    : { kind: 'admit', performance_id, ticket, people: restOf(ticket) }
}

/** @param known who is signed on, where that was looked at just now */
export function doIt(
  state: DoorState,
  deed: DoorDeed,
  known: { readonly signed_on?: SignedOn | null } = {},
): DoorReduced {
  const turn = state.turn + 1
  const step = { at: 'saving', deed } as const
  const act = { do: 'act', turn, deed, ...known } as const
  return [{ ...state, step, page: null, turn, reading: false }, [act]]
}

/** Who it is, before anything is written where the evening asks for a PIN. */
export function askWho(state: DoorState, waiting: DoorTicket | null): DoorReduced {
  const inner = { ...START, step: { at: 'who', card: null, problem: null } } as const
  const step = { at: 'sign_on', inner, waiting } as const
  return [{ ...state, step, page: null, turn: state.turn + 1, reading: false }, []]
}
