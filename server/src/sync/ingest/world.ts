import {
  emptyWorld,
  type PersonPins,
  pinKey,
  type StampFact,
  type TargetFact,
  type World,
} from '@counterfoil/domain'
import type { Stream } from './batch'
import type { Facts, PersonLocks, StampTuple, TargetFacts } from './facts'

/** What was read, as the rules want to see it. */
export function worldOf(facts: Facts, stream: Stream | undefined): World {
  const world = emptyWorld(facts.settings)
  for (const program of facts.programs ?? []) world.programs.set(program.id, program)
  for (const card of facts.cards ?? []) {
    world.cards.set(card.token_hash, card)
    world.stamps.set(card.id, (card.counting ?? []).map(stampFact))
    world.totals.set(card.id, card.stamps)
  }
  for (const { id, active, counter, person } of facts.staff ?? []) {
    world.staff.set(id, { id, active })
    if (counter !== null && stream !== undefined) {
      world.pin_counters.set(pinKey(stream.device_id, id), counter)
    }
    if (person !== null) world.person_pins.set(id, personPins(person))
  }
  for (const signOn of facts.sign_ons ?? []) world.sign_ons.set(signOn.op_id, signOn)
  for (const target of facts.targets ?? []) world.targets.set(target.op_id, targetFact(target))
  return world
}

function stampFact([op_id, at, count]: StampTuple): StampFact {
  return { op_id, at, count }
}

export function personPins(person: PersonLocks): PersonPins {
  const { failures, locked_until_occurred: occurred, locked_until_received: received } = person
  const locked = occurred !== null && received !== null
  return { failures, locked_until: locked ? { occurred, received } : null }
}

/** What a review accepted after all counts, and can be undone like any other. */
function targetFact({ stamp, ...target }: TargetFacts): TargetFact {
  return {
    ...target,
    status: stamp === null ? target.status : 'accepted',
    voided: stamp?.voided ?? false,
    count: stamp?.count ?? 0,
  }
}
