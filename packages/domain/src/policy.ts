import { type DurationMs, durationMs, HOUR, MINUTE, SECOND } from './time'
import type { Job } from './op'

/** What a merchant may set; the defaults are those of the rules. Pulled by tablets as `settings`. */
export interface MerchantSettings {
  /** Consecutive wrong PINs of one person on one device before that pair is locked. */
  readonly device_pin_attempts: number
  readonly device_lock_minutes: number
  /** Wrong PINs of one person within 24 hours, all devices together, before the person is locked. */
  readonly person_pin_attempts: number
  /** How long a sign-on serves later operations, by job. */
  readonly sign_on_seconds: Readonly<Record<Job, number>>
}

export const DEFAULT_SETTINGS: MerchantSettings = {
  device_pin_attempts: 5,
  device_lock_minutes: 30,
  person_pin_attempts: 20,
  sign_on_seconds: { loyalty: 120, door: 12 * 3600, clock: 60 },
}

/** Window in which wrong PINs of one person add up, and how long the lock they cause lasts. */
export const PERSON_LOCK = durationMs(24 * HOUR)

/** An operation may be undone this long after it occurred. */
export const VOID_WINDOW = durationMs(15 * MINUTE)

/** Two punches of one person with the same action this near to each other are one. */
export const DOUBLE_TAP = durationMs(60 * SECOND)

/** A shift longer than this is for a person to see. */
export const LONG_SHIFT = durationMs(12 * HOUR)

/** Received later than this after it occurred, an operation is flagged `LATE`. */
export const LATE_AFTER = durationMs(60 * SECOND)

export function signOnTtl(settings: MerchantSettings, job: Job): DurationMs {
  return durationMs(settings.sign_on_seconds[job] * SECOND)
}

export function deviceLock(settings: MerchantSettings): DurationMs {
  return durationMs(settings.device_lock_minutes * MINUTE)
}
