import {
  DEFAULT_SETTINGS,
  emptyWorld,
  type EpochMs,
  type Id,
  instantMs,
  jobOf,
  type Move,
  NO_FAILURES,
  type PersonPins,
  pinKey,
  type TargetFact,
  type World,
} from '@counterfoil/domain'
import { cardState, effectsOn } from './card-state'
import { loadDoor, loadMoved } from './door'
import type { Draft } from './draft'
import { loadPunches, punchMoved } from './punches'
import type { CardRow, Identity, OutboxRow, PinRow } from './rows'
import { type LocalTables, readMeta } from './tables'

/**
 * What the rules need to know of this tablet's replica to judge one operation. All of it is asked
 * for at once: a person waits, and every answer of the database takes its turn.
 * @param at when it happens, by this tablet's reckoning
 */
export async function loadWorld(
  db: LocalTables,
  identity: Identity | PromiseLike<Identity>,
  draft: Draft,
  at: PromiseLike<EpochMs>,
): Promise<World> {
  const world = emptyWorld(DEFAULT_SETTINGS)
  const { body, token_hash } = draft
  const [settings] = await Promise.all([
    readMeta(db, 'settings'),
    loadSignOn(db, world, draft),
    jobOf(body.kind) === 'loyalty' && loadCardOf(db, world, token_hash),
    body.kind === 'staff.sign_on' && loadPerson(db, world, identity, body.data.staff_id),
    body.kind === 'loyalty.redeem' && loadReward(db, world, body.data.reward_id),
    loadDoor(db, world, identity, body, at, draft),
    body.kind === 'op.void' && loadTarget(db, world, identity, body.data.op_id),
  ])
  return settings === undefined ? world : { ...world, settings }
}

/** With the person's punches, where the operation is one. */
async function loadSignOn(db: LocalTables, world: World, { sign_on, body }: Draft): Promise<void> {
  const signOn = sign_on === null ? undefined : await db.sign_ons.get(sign_on)
  if (signOn === undefined) return
  world.sign_ons.set(signOn.op_id, signOn)
  await loadPunches(db, world, body.kind, signOn.staff_id)
}

async function loadCardOf(
  db: LocalTables,
  world: World,
  tokenHash: string | undefined,
): Promise<void> {
  if (tokenHash !== undefined) await loadCard(db, world, await db.cardByToken(tokenHash))
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
  identity: Identity | PromiseLike<Identity>,
  staffId: Id,
): Promise<void> {
  const [{ device }, person, pins] = await Promise.all([
    identity,
    db.staff.get(staffId),
    db.pins.get(staffId),
  ])
  if (person !== undefined) world.staff.set(staffId, person)
  if (pins !== undefined) {
    world.pin_counters.set(pinKey(device.id, staffId), pins.counter)
    world.person_pins.set(staffId, pins.person)
  }
  const until = person?.locked_until ?? null
  if (until !== null) world.person_pins.set(staffId, lockedEverywhere(pins, instantMs(until)))
}

/** The server counts the wrong PINs of all devices; a tablet knows only its own. */
function lockedEverywhere(pins: PinRow | undefined, until: EpochMs): PersonPins {
  return { ...(pins?.person ?? NO_FAILURES), locked_until: { occurred: until, received: until } }
}

async function loadTarget(
  db: LocalTables,
  world: World,
  identity: Identity | PromiseLike<Identity>,
  opId: Id,
): Promise<void> {
  const [{ device }, row] = await Promise.all([identity, db.outbox.get(opId)])
  if (row === undefined) return
  const punch = await punchMoved(db, row)
  if (punch !== undefined) {
    const { staff_id, voided } = punch
    world.targets.set(opId, { ...targetFact(row, voided), moved: { type: 'punch', staff_id } })
    return
  }
  const people = await loadMoved(db, world, device.id, row)
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
