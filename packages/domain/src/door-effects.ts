import { createCrowd } from './crowd'
import type { DoorEffects, DoorWorld } from './door-facts'
import type { EffectTakers } from './effect'
import type { Id } from './ids'
import { addMovement, createTicketUse, removeMovement } from './ticket-use'

export const applyDoor: EffectTakers<DoorEffects, [DoorWorld]> = {
  people: (world, { performance_id, ticket_id, movement }) => {
    crowdOf(world, performance_id).add(movement)
    if (ticket_id !== null) addMovement(useOf(world, ticket_id), movement)
  },
  people_voided: (world, { performance_id, ticket_id, op_id, at, people }) => {
    crowdOf(world, performance_id).add({ at, people: -people })
    if (ticket_id !== null) removeMovement(useOf(world, ticket_id), op_id)
  },
  lease_moved: ({ leases }, { performance_id, device_id, places }) => {
    const doors = leases.get(performance_id)
    const held = doors?.get(device_id)
    if (held !== undefined) doors?.set(device_id, Math.max(0, held + places))
  },
}

function crowdOf(world: DoorWorld, performanceId: Id) {
  return known(world.crowds, performanceId, () => createCrowd([]))
}

function useOf(world: DoorWorld, ticketId: Id) {
  return known(world.ticket_uses, ticketId, () => createTicketUse([]))
}

function known<T>(map: Map<Id, T>, id: Id, make: () => T): T {
  const found = map.get(id) ?? make()
  map.set(id, found)
  return found
}
