import { NO_FAILURES, NO_WRONG_PINS, countWrongPin, lockedUntil } from './pin-lockout'
import type { World } from './facts'
import type { Id } from './ids'
import { pinFits } from './pin-check'
import { pinKey } from './pin-facts'
import type { Job, OpBody } from './op'
import { signOnTtl } from './policy'
import { formatInstant } from './time'
import { rejected, type Verdict, type VerdictDetail } from './verdict'
import { type Author, type Effect, type Judgement, type JudgeInput } from './judgement'

/** Judges `staff.sign_on`. While locked, the PIN is not looked at and nothing is counted. */
export function judgeSignOn(
  world: World,
  input: JudgeInput,
  { staff_id: staffId, badge }: OpBody<'staff.sign_on'>['data'],
): Judgement {
  const deviceId = authorId(input.by)
  const staff = world.staff.get(staffId)
  const signOn = (accepted: boolean): Effect => ({
    type: 'sign_on',
    sign_on: {
      op_id: input.op.id,
      device_id: deviceId,
      staff_id: staffId,
      occurred_at: input.occurred_at,
      accepted,
      ended_at: null,
      ...(badge ? { badge } : {}),
    },
  })
  const refuse = (verdict: Verdict, ...effects: Effect[]): Judgement => ({
    verdict,
    effects: [signOn(false), ...effects],
  })
  if (staff === undefined) return refuse(rejected('STAFF_UNKNOWN'))
  if (!staff.active) return refuse(rejected('STAFF_INACTIVE'))

  const counter = world.pin_counters.get(pinKey(deviceId, staffId)) ?? NO_WRONG_PINS
  const person = world.person_pins.get(staffId) ?? NO_FAILURES
  const locked = lockedUntil(counter, person, input.occurred_at, input.received_at)
  if (locked !== undefined) {
    return refuse(rejected('STAFF_LOCKED', { locked_until: formatInstant(locked) }))
  }
  const pin = input.pin ?? 'unreadable'
  if (pin === 'unreadable') return refuse(rejected('PIN_UNREADABLE'))
  if (pinFits(pin, input.occurred_at)) {
    const clear: Effect = {
      type: 'pin_counter',
      device_id: deviceId,
      staff_id: staffId,
      counter: NO_WRONG_PINS,
    }
    const changed = counter.wrong > 0 || counter.locked_until !== null
    return {
      verdict: { status: 'accepted', code: null, detail: {} },
      effects: changed ? [signOn(true), clear] : [signOn(true)],
    }
  }
  const wrong = countWrongPin(
    world.settings,
    { counter, person },
    { occurred_at: input.occurred_at, received_at: input.received_at },
  )
  const detail: VerdictDetail =
    wrong.locked_until === null
      ? { attempts_left: wrong.attempts_left }
      : { attempts_left: 0, locked_until: formatInstant(wrong.locked_until) }
  return refuse(
    rejected('PIN_WRONG', detail),
    { type: 'pin_counter', device_id: deviceId, staff_id: staffId, counter: wrong.counter },
    { type: 'person_pins', staff_id: staffId, person: wrong.person },
  )
}

/**
 * Why the named sign-on does not carry an operation, or `undefined` when it does.
 * It carries operations of its own device that occurred up to and including the job's time to
 * live after it, and not after a sign-off.
 *
 * @param job `undefined`: no time limit (an undo under the sign-on of what it undoes)
 */
export function checkSignOn(
  world: World,
  input: JudgeInput,
  job: Job | undefined,
): Verdict | undefined {
  const id = input.op.sign_on
  const signOn = id === undefined ? undefined : world.sign_ons.get(id)
  if (signOn === undefined) return rejected('SIGN_ON_MISSING')
  if (input.by.type !== 'device' || signOn.device_id !== input.by.device_id) {
    return rejected('SIGN_ON_MISSING')
  }
  if (!signOn.accepted) return rejected('SIGN_ON_REJECTED')
  if (job === undefined) return undefined
  const age = input.occurred_at - signOn.occurred_at
  const ended = signOn.ended_at !== null && input.occurred_at > signOn.ended_at
  return ended || age > signOnTtl(world.settings, job) ? rejected('SIGN_ON_EXPIRED') : undefined
}

function authorId(by: Author): Id {
  switch (by.type) {
    case 'device':
      return by.device_id
    case 'user':
      return by.user_id
    case 'person':
      return by.staff_id
  }
}

/** Judges `staff.sign_off`: ends the sign-on it names. Signing off twice changes nothing. */
export function judgeSignOff(world: World, input: JudgeInput): Judgement {
  const refusal = checkSignOn(world, input, undefined)
  if (refusal !== undefined || input.op.sign_on === undefined) {
    return { verdict: refusal ?? rejected('SIGN_ON_MISSING'), effects: [] }
  }
  return {
    verdict: { status: 'accepted', code: null, detail: {} },
    effects: [{ type: 'sign_off', sign_on: input.op.sign_on, at: input.occurred_at }],
  }
}
