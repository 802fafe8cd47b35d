import type { PersonPins, PinCounter, PinFailure } from './pin-facts'
import { deviceLock, type MerchantSettings, PERSON_LOCK } from './policy'
import { type EpochMs, plus } from './time'

export const NO_WRONG_PINS: PinCounter = { wrong: 0, locked_until: null }
export const NO_FAILURES: PersonPins = { failures: [], locked_until: null }

/**
 * Until when this person may not try a PIN on this device, or `undefined`.
 * The lock is over at exactly its end. An attempt that happened before the lock but arrives
 * after it is locked out too: otherwise more PINs could be tried by holding attempts back.
 *
 * @param receivedAt when the judging side heard of the attempt. A tablet can lie about when
 *   something happened but not about when it arrived, so the person's lock holds on both scales.
 */
export function lockedUntil(
  counter: PinCounter,
  person: PersonPins,
  occurredAt: EpochMs,
  receivedAt: EpochMs,
): EpochMs | undefined {
  const ends: EpochMs[] = []
  if (counter.locked_until !== null && occurredAt < counter.locked_until) {
    ends.push(counter.locked_until)
  }
  const lock = person.locked_until
  if (lock !== null && occurredAt < lock.occurred) ends.push(lock.occurred)
  else if (lock !== null && receivedAt < lock.received) ends.push(lock.received)
  return ends.length === 0 ? undefined : (Math.max(...ends) as EpochMs)
}

export interface WrongPin {
  readonly counter: PinCounter
  readonly person: PersonPins
  readonly attempts_left: number
  readonly locked_until: EpochMs | null
}

/** Counts one tested wrong PIN (R-011: the fifth locks the device's pair; R-012: the twentieth the person). */
export function countWrongPin(
  settings: MerchantSettings,
  before: { readonly counter: PinCounter; readonly person: PersonPins },
  failure: PinFailure,
): WrongPin {
  const counter = countOnDevice(settings, before.counter, failure.occurred_at)
  const person = countOnPerson(settings, before.person, failure)
  const left = Math.min(
    counter.locked_until === null ? settings.device_pin_attempts - counter.wrong : 0,
    person.locked_until === null ? settings.person_pin_attempts - person.failures.length : 0,
  )
  const locked = lockedUntil(counter, person, failure.occurred_at, failure.received_at)
  return { counter, person, attempts_left: left, locked_until: locked ?? null }
}

function countOnDevice(settings: MerchantSettings, counter: PinCounter, at: EpochMs): PinCounter {
  // A lock that is over starts a new count.
  const wrong = (counter.locked_until === null ? counter.wrong : 0) + 1
  const locks = wrong >= settings.device_pin_attempts
  return { wrong, locked_until: locks ? plus(at, deviceLock(settings)) : null }
}

function countOnPerson(
  settings: MerchantSettings,
  person: PersonPins,
  failure: PinFailure,
): PersonPins {
  const before = person.locked_until === null ? person.failures : []
  const failures = [...before.filter((other) => isNear(other, failure)), failure]
  const locks = failures.length >= settings.person_pin_attempts
  const end = {
    occurred: plus(failure.occurred_at, PERSON_LOCK),
    received: plus(failure.received_at, PERSON_LOCK),
  }
  return { failures, locked_until: locks ? end : null }
}

function isNear(a: PinFailure, b: PinFailure): boolean {
  return (
    Math.abs(a.occurred_at - b.occurred_at) < PERSON_LOCK ||
    Math.abs(a.received_at - b.received_at) < PERSON_LOCK
  )
}
