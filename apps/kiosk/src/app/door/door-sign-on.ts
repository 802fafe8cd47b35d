import { reducePin } from '../flow-pin'
import type { Reduced } from '../flow-steps'
import { deedFor, doIt, showAtDoor } from './door-steps'
import type { DoorEvent, DoorReduced, DoorState, DoorStep } from './door-state'

type SignOnStep = Extract<DoorStep, { at: 'sign_on' }>
type SignOnEvent = Extract<
  DoorEvent,
  {
    type: 'person' | 'digit' | 'erase' | 'someone_else' | 'unlocked' | 'pin_state' | 'sign_on'
  }
>

/** Names, badge and PIN pad, once a shift: the counter's own steps, without a card. */
export function reduceSignOn(state: DoorState, event: SignOnEvent): DoorReduced {
  const { step } = state
  return step.at === 'sign_on' ? wrapInner(state, step, reducePin(step.inner, event)) : [state, []]
}

/** Takes over where the counter's steps have come to; whoever is signed on goes on with the ticket. */
export function wrapInner(
  state: DoorState,
  step: SignOnStep,
  [inner, commands]: Reduced,
): DoorReduced {
  if (inner.step.at !== 'verdict') {
    const asked = commands.map((command) => ({ do: 'inner', command }) as const)
    return [{ ...state, step: { ...step, inner } }, asked]
  }
  const { result } = inner.step
  const known = { ...state, signed_on: inner.signed_on ?? state.signed_on }
  const deed = step.waiting === null ? null : deedFor(known, step.waiting)
  if (result.kind === 'signed_on' && deed !== null) return doIt(known, deed)
  return showAtDoor(known, { kind: 'plain', result })
}
