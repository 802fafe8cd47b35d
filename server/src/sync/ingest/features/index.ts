import type { EffectData, EffectTakers, World } from '@counterfoil/domain'
import type { Batch, BatchOp } from '../batch'
import type { CoreFacts } from '../facts'
import type { Feature, Folding, Gathering, Keepers } from '../feature'
import { clock, keepClock } from './clock/clock'
import type { ClockFacts } from './clock/facts'
import { door, keepDoor } from './door/door'
import type { DoorFacts } from './door/facts'
import type { LoyaltyFacts } from './loyalty/facts'
import { keepLoyalty, loyalty } from './loyalty/loyalty'
import type { PinFacts } from './pins/facts'
import { keepPins, pins } from './pins/pins'
import { keepUndo, undo, type UndoFacts } from './undo'

/** Everything a batch needs to know, read at once behind the lane. Lists are `null` when empty, absent when nobody asked. */
export interface Facts
  extends CoreFacts, UndoFacts, PinFacts, LoyaltyFacts, ClockFacts, DoorFacts {}

/** Read, loaded and written in this order. A new feature is added to every list of this file. */
export const FEATURES: readonly Pick<Feature<Facts, never>, 'ask' | 'load'>[] = [
  undo,
  pins,
  loyalty,
  clock,
  door,
]

export const KEEPERS: Keepers = {
  ...keepPins,
  ...keepLoyalty,
  ...keepClock,
  ...keepDoor,
  ...keepUndo,
  'device.lost': (data) => ({ data }),
}

export function loadFeatures(facts: Facts, world: World, batch: Batch): void {
  for (const feature of FEATURES) feature.load(facts, world, batch)
}

type AllTakers = EffectTakers<EffectData, [BatchOp]>

export interface FeatureGatherings {
  /** One for every change a verdict can bring, but those of the stream itself. */
  readonly takers: Omit<AllTakers, 'seqs_lost'>
  readonly all: readonly Omit<Gathering<never>, 'takers'>[]
}

export function gatherFeatures(folding: Folding<Facts>): FeatureGatherings {
  const ofPins = pins.gather(folding)
  const ofLoyalty = loyalty.gather(folding)
  const ofClock = clock.gather(folding)
  const ofDoor = door.gather(folding)
  return {
    takers: { ...ofPins.takers, ...ofLoyalty.takers, ...ofClock.takers, ...ofDoor.takers },
    all: [undo.gather(folding), ofPins, ofLoyalty, ofClock, ofDoor],
  }
}
