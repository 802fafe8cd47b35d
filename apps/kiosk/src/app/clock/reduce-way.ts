import type { Id } from '@counterfoil/domain'
import type { Identified, PinState, SignOnOutcome } from '../../kiosk'
import type { OwnClock } from '../../kiosk-clock'
import type { NotOurs, PinStep } from '../flow-state'
import { AT_HOME, type ClockEvent, type ClockState, type HomeStep, type Reduced } from './state'
import { listening, show } from './steps'

/** As long as a personnel number may be. */
const LONGEST_NUMBER = 20

type WayEvent = Exclude<
  ClockEvent,
  {
    type:
      | 'seen'
      | 'over'
      | 'dismiss'
      | 'failed'
      | 'open'
      | 'home'
      | 'someone_else'
      | 'reset'
      | 'idle'
      | 'active'
  }
>

/** Who it is, the PIN, and what is told the clock. */
export function reduceWay(state: ClockState, event: WayEvent): Reduced {
  const { step, turn } = state
  switch (event.type) {
    case 'code':
      return look(state, event.text)
    case 'identified':
      return event.turn === turn && state.reading ? meet(state, event.identified) : [state, []]
    case 'digit':
      return typeDigit(state, event.digit)
    case 'erase':
      return erase(state)
    case 'number':
      return handInNumber(state)
    case 'found':
      return event.turn === turn && state.reading ? afterNumber(state, event.staff_id) : [state, []]
    case 'pin_state':
      return event.turn === turn ? openPad(state, event.pin) : [state, []]
    case 'person':
      return [state, []]
    case 'unlocked':
      // Asked anew, because the manager may have set another PIN meanwhile.
      return step.at === 'pin' && step.locked_until !== null
        ? askPin(state, step.person.id, state.badge)
        : [state, []]
    case 'sign_on':
      return event.turn === turn && step.at === 'pin'
        ? afterSignOn(state, step, event.outcome, event.own)
        : [state, []]
    case 'hours':
      return step.at === 'keys'
        ? [{ ...state, step: { ...step, hours: event.open } }, []]
        : [state, []]
    case 'punch':
    case 'punched':
      return reducePunch(state, event)
  }
}

function look(state: ClockState, text: string): Reduced {
  if (!listening(state)) return [state, []]
  const turn = state.turn + 1
  const next = { ...state, turn, reading: true, page: null, resting: false, asking: false }
  return [next, [{ do: 'identify', turn, text }]]
}

/** A badge begins with the next person, whoever was before; nothing else disturbs one at the keys. */
function meet(state: ClockState, identified: Identified): Reduced {
  const known = { ...state, reading: false }
  const { step } = state
  if (identified.kind === 'badge') {
    const same = step.at === 'keys' && step.signed_on.staff_id === identified.staff_id
    return same ? [known, []] : askPin(known, identified.staff_id, true)
  }
  if (step.at === 'pin' || step.at === 'keys') return [known, []]
  return show(known, { kind: 'not_ours', what: notOurs(identified) })
}

function notOurs(identified: Exclude<Identified, { kind: 'badge' }>): NotOurs | 'card' {
  if (identified.kind !== 'other') return identified.kind
  const { kind } = identified.credential
  return kind === 'badge' ? 'unknown' : kind
}

function typeDigit(state: ClockState, digit: string): Reduced {
  const { step } = state
  if (!/^[0-9]$/.test(digit)) return [state, []]
  switch (step.at) {
    case 'home':
      return typeNumber(state, step, digit)
    // The next person's first key ends the last one's answer.
    case 'result':
      return step.interruptible
        ? typeNumber({ ...state, turn: state.turn + 1 }, AT_HOME, digit)
        : [state, []]
    case 'pin':
      return typePin(state, step, digit)
    case 'keys':
    case 'saving':
      return [state, []]
  }
}

function typeNumber(state: ClockState, { typed, unknown }: HomeStep, digit: string): Reduced {
  if (state.reading || state.page !== null) return [state, []]
  const next = ((unknown ? '' : typed) + digit).slice(0, LONGEST_NUMBER)
  return [{ ...state, step: { ...AT_HOME, typed: next }, resting: false }, []]
}

function erase(state: ClockState): Reduced {
  const { step } = state
  if (step.at === 'home' && !state.reading) {
    return [{ ...state, step: { ...AT_HOME, typed: step.typed.slice(0, -1) } }, []]
  }
  return step.at === 'pin' && !step.checking
    ? [{ ...state, step: { ...step, digits: step.digits.slice(0, -1) } }, []]
    : [state, []]
}

function handInNumber(state: ClockState): Reduced {
  const { step } = state
  if (step.at !== 'home' || step.typed === '' || step.unknown || state.reading) return [state, []]
  const turn = state.turn + 1
  return [{ ...state, turn, reading: true }, [{ do: 'find', turn, number: step.typed }]]
}

function afterNumber(state: ClockState, staffId: Id | null): Reduced {
  if (staffId !== null) return askPin(state, staffId, false)
  const { step } = state
  return step.at === 'home'
    ? [{ ...state, reading: false, step: { ...step, unknown: true } }, []]
    : [{ ...state, reading: false }, []]
}

function askPin(state: ClockState, staffId: Id, badge: boolean): Reduced {
  const turn = state.turn + 1
  return [{ ...state, turn, reading: true, badge }, [{ do: 'pin_state', turn, staff_id: staffId }]]
}

function openPad(state: ClockState, pin: PinState): Reduced {
  switch (pin.kind) {
    case 'ready':
    case 'locked': {
      const step: PinStep = {
        at: 'pin',
        card: null,
        person: pin.person,
        pin_length: pin.kind === 'ready' ? pin.pin_length : 0,
        digits: '',
        checking: false,
        refusal: null,
        locked_until: pin.kind === 'locked' ? pin.locked_until : null,
      }
      return [{ ...state, step, page: null, reading: false, resting: false }, []]
    }
    case 'no_pin':
      return show(state, { kind: 'no_pin', name: pin.person.name })
    case 'unknown':
      return show(state, { kind: 'not_ours', what: 'badge_unknown' })
  }
}

/** The last digit hands the PIN in; it is kept nowhere. */
function typePin(state: ClockState, step: PinStep, digit: string): Reduced {
  if (step.checking || step.locked_until !== null || state.reading) return [state, []]
  const digits = step.digits + digit
  if (digits.length < step.pin_length) {
    return [{ ...state, step: { ...step, digits, refusal: null } }, []]
  }
  const turn = state.turn + 1
  const waiting = { ...step, digits: '', refusal: null, checking: true }
  return [
    { ...state, step: waiting, turn, reading: false },
    [{ do: 'sign_on', turn, staff_id: step.person.id, pin: digits, badge: state.badge }],
  ]
}

function afterSignOn(
  state: ClockState,
  step: PinStep,
  outcome: SignOnOutcome,
  own: OwnClock | null,
): Reduced {
  switch (outcome.kind) {
    case 'not_saved':
      return show(state, outcome)
    case 'refused': {
      const { code, attempts_left, locked_until } = outcome
      const next = { ...step, checking: false, refusal: { code, attempts_left }, locked_until }
      return [{ ...state, step: next }, []]
    }
    case 'signed_on': {
      if (own === null) return show(state, { kind: 'failed' })
      const { signed_on } = outcome
      return [{ ...state, step: { at: 'keys', signed_on, own, hours: false } }, []]
    }
  }
}

function reducePunch(
  state: ClockState,
  event: Extract<ClockEvent, { type: 'punch' | 'punched' }>,
): Reduced {
  const { step } = state
  if (event.type === 'punch') {
    if (step.at !== 'keys') return [state, []]
    const turn = state.turn + 1
    const { signed_on, own: before } = step
    const { action } = event
    const saving = {
      ...state,
      step: { at: 'saving' },
      turn,
      reading: false,
      asking: false,
    } as const
    return [saving, [{ do: 'punch', turn, signed_on, action, before }]]
  }
  if (event.turn !== state.turn || step.at !== 'saving') return [state, []]
  const { name, before, outcome } = event
  return show(
    state,
    outcome.kind === 'not_saved' ? outcome : { kind: 'punched', name, before, outcome },
  )
}
