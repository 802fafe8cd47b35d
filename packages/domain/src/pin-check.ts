import type { EpochMs } from './time'

/**
 * What the check of a PIN found, made before the rules run. `fits` holds, for each PIN of the
 * person that the typed one equals, when that PIN was replaced (`null`: it is the present one).
 */
export type PinCheck = 'unreadable' | { readonly fits: readonly (EpochMs | null)[] }

/** the present PIN, or a former one for a sign-on that occurred before the change. */
export function pinFits(pin: PinCheck, occurredAt: EpochMs): boolean {
  return pin !== 'unreadable' && pin.fits.some((until) => until === null || occurredAt < until)
}
