import type { Id } from '@counterfoil/domain'
import type { IdentifiedCard, PinState, SignOnOutcome } from '../kiosk'
import { save, show, type Reduced } from './flow-steps'
import type { FlowEvent, FlowState, PinStep, WhoProblem } from './flow-state'

type PinEvent = Extract<
  FlowEvent,
  {
    type: 'person' | 'pin_state' | 'digit' | 'erase' | 'someone_else' | 'unlocked' | 'sign_on'
  }
>

/** From a name to a sign-on: whose PIN, its digits, and what came of it. */
export function reducePin(state: FlowState, event: PinEvent): Reduced {
  const { step } = state
  switch (event.type) {
    case 'person':
      return step.at === 'who' ? askPin(state, event.staff_id, step.card) : [state, []]
    case 'pin_state':
      return event.turn === state.turn ? openPad(state, event.pin, event.card) : [state, []]
    case 'digit':
      return step.at === 'pin' ? typeDigit(state, step, event.digit) : [state, []]
    case 'erase':
      return step.at === 'pin' && !step.checking
        ? [{ ...state, step: { ...step, digits: step.digits.slice(0, -1) } }, []]
        : [state, []]
    case 'someone_else':
      return step.at === 'pin' && !step.checking ? who(state, step.card, null) : [state, []]
    case 'unlocked':
      // Asked anew, because the manager may have set another PIN meanwhile.
      return step.at === 'pin' && step.locked_until !== null
        ? askPin(state, step.person.id, step.card)
        : [state, []]
    case 'sign_on':
      return event.turn === state.turn && step.at === 'pin'
        ? afterSignOn(state, step, event.outcome)
        : [state, []]
  }
}

export function askPin(state: FlowState, staffId: Id, card: IdentifiedCard | null): Reduced {
  const turn = state.turn + 1
  return [{ ...state, turn, reading: true }, [{ do: 'pin_state', turn, staff_id: staffId, card }]]
}

function who(state: FlowState, card: IdentifiedCard | null, problem: WhoProblem | null): Reduced {
  const step = { at: 'who', card, problem } as const
  return [{ ...state, step, page: null, turn: state.turn + 1, reading: false }, []]
}

function openPad(state: FlowState, pin: PinState, card: IdentifiedCard | null): Reduced {
  const idle = { ...state, reading: false }
  switch (pin.kind) {
    case 'ready':
    case 'locked': {
      const step: PinStep = {
        at: 'pin',
        card,
        person: pin.person,
        pin_length: pin.kind === 'ready' ? pin.pin_length : 0,
        digits: '',
        checking: false,
        refusal: null,
        locked_until: pin.kind === 'locked' ? pin.locked_until : null,
      }
      return [{ ...idle, step, page: null }, []]
    }
    case 'no_pin':
      return card === null
        ? show(idle, { kind: 'no_pin', name: pin.person.name })
        : who(idle, card, { kind: 'no_pin', name: pin.person.name })
    case 'unknown':
      return card === null
        ? show(idle, { kind: 'not_ours', what: 'badge_unknown' })
        : who(idle, card, { kind: 'badge_unknown' })
  }
}

/** The last digit hands the PIN in; nobody presses Enter. */
function typeDigit(state: FlowState, step: PinStep, digit: string): Reduced {
  if (step.checking || step.locked_until !== null || !/^[0-9]$/.test(digit)) return [state, []]
  const digits = step.digits + digit
  if (digits.length < step.pin_length) {
    return [{ ...state, step: { ...step, digits, refusal: null } }, []]
  }
  const turn = state.turn + 1
  const waiting = { ...step, digits: '', refusal: null, checking: true }
  return [
    { ...state, step: waiting, turn, reading: false },
    [{ do: 'sign_on', turn, staff_id: step.person.id, pin: digits }],
  ]
}

function afterSignOn(state: FlowState, step: PinStep, outcome: SignOnOutcome): Reduced {
  switch (outcome.kind) {
    case 'not_saved':
      return show(state, outcome)
    case 'refused': {
      const { code, attempts_left, locked_until } = outcome
      const next = { ...step, checking: false, refusal: { code, attempts_left }, locked_until }
      return [{ ...state, step: next }, []]
    }
    case 'signed_on': {
      const known = { ...state, signed_on: outcome.signed_on }
      return step.card === null ? show(known, { ...outcome }) : save(known, step.card)
    }
  }
}
