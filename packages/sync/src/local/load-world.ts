import {
  DEFAULT_SETTINGS,
  emptyWorld,
  type EpochMs,
  type Id,
  instantMs,
  type Move,
  NO_FAILURES,
  type Op,
  type PersonPins,
  pinKey,
  type TargetFact,
  type TicketReading,
  type World,
} from '@counterfoil/domain'
import { cardState, effectsOn } from './card-state'
import { loadPunches, punchMoved } from './punches'
import { loadDoor, loadMoved } from './door'
import type { CardRow, Identity, OutboxRow, PinRow } from './rows'
import { type LocalTables, readMeta } from './tables'

/** What the rules need to know of this tablet's replica to judge one operation. */
export async function loadWorld(
  db: LocalTables,
  identity: Identity,
  op: Op,
  tokenHash: string | undefined,
  ticket?: TicketReading,
): Promise<World> {
  // Asked for at once: a person waits, and every answer of the database takes its turn.
  const [settings, signOn, card] = await Promise.all([
    readMeta(db, 'settings'),
    op.sign_on === undefined ? undefined : db.sign_ons.get(op.sign_on),
    tokenHash === undefined ? undefined : db.cardByToken(tokenHash),
  ])
  const world = emptyWorld(settings ?? DEFAULT_SETTINGS)
  if (signOn !== undefined) world.sign_ons.set(signOn.op_id, signOn)
  if (op.kind === 'staff.sign_on') await loadPerson(db, world, identity, op.data.staff_id)
  await loadCard(db, world, card)
  if (op.kind === 'loyalty.redeem') await loadReward(db, world, op.data.reward_id)
  await loadPunches(db, world, op)
  await loadDoor(db, world, identity.device.id, op, tokenHash, ticket)
  if (op.kind === 'op.void') await loadTarget(db, world, identity.device.id, op.data.op_id)
  return world
}

async function loadCard(db: LocalTables, world: World, card: CardRow | undefined): Promise<void> {
  if (card === undefined) return
  const [effects, program] = await Promise.all([
    effectsOn(db, card.id),
    db.programs.get(card.program_id),
  ])
  const { total, points, stamps, moves } = cardState(card, effects)
  world.cards.set(card.token_hash, card)
  world.stamps.set(card.id, stamps)
  world.totals.set(card.id, total)
  world.points.set(card.id, points)
  world.moves.set(card.id, moves)
  if (program !== undefined) world.programs.set(program.id, program)
}

async function loadReward(db: LocalTables, world: World, id: Id): Promise<void> {
  const reward = await db.rewards.get(id)
  if (reward !== undefined) world.rewards.set(id, reward)
}

async function loadPerson(
  db: LocalTables,
  world: World,
  identity: Identity,
  staffId: Id,
): Promise<void> {
  const person = await db.staff.get(staffId)
  if (person !== undefined) world.staff.set(staffId, person)
  const pins = await db.pins.get(staffId)
  if (pins !== undefined) {
    world.pin_counters.set(pinKey(identity.device.id, staffId), pins.counter)
    world.person_pins.set(staffId, pins.person)
  }
  const until = person?.locked_until ?? null
  if (until !== null) world.person_pins.set(staffId, lockedEverywhere(pins, instantMs(until)))
}

/** The server counts the wrong PINs of all devices; a tablet knows only its own. */
function lockedEverywhere(pins: PinRow | undefined, until: EpochMs): PersonPins {
  return { ...(pins?.person ?? NO_FAILURES), locked_until: { occurred: until, received: until } }
}

async function loadTarget(db: LocalTables, world: World, deviceId: Id, opId: Id): Promise<void> {
  const row = await db.outbox.get(opId)
  if (row === undefined) return
  const punch = await punchMoved(db, row)
  if (punch !== undefined) {
    const { staff_id, voided } = punch
    world.targets.set(opId, { ...targetFact(row, voided), moved: { type: 'punch', staff_id } })
    return
  }
  const people = await loadMoved(db, world, deviceId, row)
  if (people !== undefined) {
    world.targets.set(opId, { ...targetFact(row, people.voided), moved: people.moved })
    return
  }
  const { card_id } = row.local
  world.targets.set(opId, targetFact(row, card_id !== null && (await isUndone(db, card_id, opId))))
  if (card_id !== null) await loadCard(db, world, await db.cards.get(card_id))
}

async function isUndone(db: LocalTables, cardId: Id, opId: Id): Promise<boolean> {
  const effects = await effectsOn(db, cardId)
  return effects.some(({ effect }) => 'op_id' in effect && effect.op_id === opId)
}

function targetFact(row: OutboxRow, voided: boolean): TargetFact {
  const { local, verdict } = row
  return {
    op_id: row.id,
    kind: row.kind,
    store_id: local.store_id,
    status: verdict?.status ?? local.verdict.status,
    occurred_at: local.occurred_at,
    sign_on: local.sign_on,
    voided,
    moved: movedBy(local),
  }
}

function movedBy({ moved, card_id, count }: OutboxRow['local']): Move | null {
  if (moved !== undefined) return moved
  return card_id === null ? null : { type: 'stamps', card_id, count }
}
