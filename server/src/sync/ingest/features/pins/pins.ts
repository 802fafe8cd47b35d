import type { PinEffects, PinOps } from '@counterfoil/domain'
import type { Feature, Keepers } from '../../feature'
import type { PinFacts } from './facts'
import { readPins } from './read'
import { gatherPins } from './write'

/** Sign-ons, wrong PINs and what they lock. Their slow part is done before the lane. */
export const pins: Feature<PinFacts, keyof PinEffects> = { ...readPins, gather: gatherPins }

export const keepPins: Keepers<keyof PinOps> = {
  'staff.sign_on': ({ staff_id }) => ({ data: { staff_id } }),
  'staff.sign_off': (data) => ({ data }),
}
