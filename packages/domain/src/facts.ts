import { type ClockWorld, emptyClock } from './clock-facts'
import { type DoorWorld, emptyDoor } from './door-facts'
import type { Id } from './ids'
import { emptyLoyalty, type LoyaltyWorld } from './loyalty-facts'
import { emptyPins, type PinWorld } from './pin-facts'
import type { MerchantSettings } from './policy'
import type { TargetFact } from './target-fact'

/**
 * Everything the rules may look at, loaded by the caller: under the merchant's lane on the server,
 * from the replica on a tablet. A working copy: `applyJudgement` moves it on within a batch.
 * What is absent is unknown, so the caller must load every fact that the operations name.
 * Each feature has its part.
 */
export interface World extends PinWorld, LoyaltyWorld, ClockWorld, DoorWorld {
  readonly settings: MerchantSettings
  readonly targets: Map<Id, TargetFact>
}

export function emptyWorld(settings: MerchantSettings): World {
  return {
    settings,
    targets: new Map(),
    ...emptyPins(),
    ...emptyLoyalty(),
    ...emptyClock(),
    ...emptyDoor(),
  }
}
