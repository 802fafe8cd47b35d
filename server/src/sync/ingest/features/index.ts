import type { EffectData, EffectTakers, World } from '@counterfoil/domain'
import type { Batch, BatchOp } from '../batch'
import type { CoreFacts } from '../facts'
import type { Feature, Folding, Gathering, Keepers } from '../feature'
import { clock, keepClock } from './clock/clock'
import type { ClockFacts } from './clock/facts'
import type { LoyaltyFacts } from './loyalty/facts'
import { keepLoyalty, loyalty } from './loyalty/loyalty'
import type { PinFacts } from './pins/facts'
import { keepPins, pins } from './pins/pins'
import { keepUndo, undo, type UndoFacts } from './undo'

/** Everything a batch needs to know, read at once behind the lane. Lists are `null` when empty, absent when nobody asked. */
export interface Facts extends CoreFacts, UndoFacts, PinFacts, LoyaltyFacts, ClockFacts {}

/** Read, loaded and written in this order. A new feature is added to every list of this file. */
export const FEATURES: readonly Pick<Feature<Facts, never>, 'ask' | 'load'>[] = [
  undo,
  pins,
  loyalty,
  clock,
]

export const KEEPERS: Keepers = {
  ...keepPins,
  ...keepLoyalty,
  ...keepClock,
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
  const all = [
    undo.gather(folding),
    pins.gather(folding),
    loyalty.gather(folding),
    clock.gather(folding),
  ] as const
  const [, ofPins, ofLoyalty, ofClock] = all
  return { takers: { ...ofPins.takers, ...ofLoyalty.takers, ...ofClock.takers }, all }
}
