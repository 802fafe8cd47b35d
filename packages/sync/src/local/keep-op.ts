import {
  cardOf,
  type Effect,
  type EpochMs,
  formatInstant,
  type Id,
  judge,
  type Judgement,
  moveOf,
  NO_FAILURES,
  NO_WRONG_PINS,
  type Op,
  type Shown,
  type Verdict,
  type VerdictCode,
} from '@counterfoil/domain'
import type { Draft } from './draft'
import { loadWorld } from './load-world'
import { keepMovement } from './moved-here'
import { keepPunch } from './punches'
import type { Identity, OutboxRow, PinRow } from './rows'
import { type LocalTables, readMeta, writeMeta } from './tables'

/**
 * Judges an operation and keeps it: number, operation, and what it changes here. For a paired
 * tablet, inside one strict transaction over all tables.
 * @param identity may be on its way; when it rejects, nothing is kept
 */
export async function keepOp(
  db: LocalTables,
  identity: Identity | PromiseLike<Identity>,
  draft: Draft,
): Promise<OutboxRow> {
  const { paired, op, judgement, occurredAt } = await judgeHere(db, identity, draft)
  const { seq } = op
  const shown = shownOf(judgement)
  const row = rowOf(paired, draft, { ...op, shown }, judgement, occurredAt)
  // Asked for at once: a person waits, and every answer of the database takes its turn.
  await Promise.all([
    db.outbox.add(row),
    writeMeta(db, 'next_seq', seq + 1),
    writeMeta(db, 'last_occurred_at', occurredAt),
    keepEffects(db, draft, judgement.effects, occurredAt),
  ])
  return row
}

/** One after the other: several may change the same row. */
async function keepEffects(
  db: LocalTables,
  draft: Draft,
  effects: readonly Effect[],
  at: EpochMs,
): Promise<void> {
  for (const effect of effects) await keepEffect(db, draft, effect, at)
}

/** What would be said of an operation now; nothing of it is kept. Inside a transaction, to read. */
export async function previewOp(
  db: LocalTables,
  identity: Identity | PromiseLike<Identity>,
  draft: Draft,
): Promise<Verdict> {
  return (await judgeHere(db, identity, draft)).judgement.verdict
}

async function judgeHere(
  db: LocalTables,
  identity: Identity | PromiseLike<Identity>,
  draft: Draft,
) {
  const reckoned = reckonHere(db, draft)
  const [paired, nextSeq, occurredAt, world] = await Promise.all([
    identity,
    readMeta(db, 'next_seq'),
    reckoned,
    loadWorld(db, identity, draft, reckoned),
  ])
  const seq = nextSeq ?? 1
  const op: Op & { readonly seq: number } = {
    id: draft.id,
    seq,
    at: formatInstant(draft.at),
    offset_ms: draft.offset_ms,
    ...(draft.sign_on === null ? {} : { sign_on: draft.sign_on }),
    shown: { status: 'accepted', code: null },
    ...draft.body,
  }
  const judgement = judge(world, {
    op,
    by: { type: 'device', ...authorOf(paired) },
    store: paired.store,
    occurred_at: occurredAt,
    received_at: occurredAt,
    token_hash: draft.token_hash,
    ticket: draft.ticket,
    pin: draft.pin,
  })
  return { paired, op, judgement, occurredAt }
}

function authorOf({ device }: Identity) {
  return { device_id: device.id, jobs: device.jobs, label: device.label }
}

/** Without a known offset the wall clock decides, but never backwards. */
async function reckonHere(db: LocalTables, { at, offset_ms }: Draft): Promise<EpochMs> {
  if (offset_ms !== null) return (at + offset_ms) as EpochMs
  const last = await readMeta(db, 'last_occurred_at')
  return last !== undefined && last > at ? last : at
}

/**
 * What is not on this tablet's list may well be on the server's, and who goes out here may have gone
 * in at another door.
 */
const UNSURE: ReadonlySet<string> = new Set<VerdictCode>([
  'CARD_UNKNOWN',
  'STAFF_UNKNOWN',
  'REWARD_UNKNOWN',
  'TICKET_NOT_INSIDE',
])

function shownOf({ verdict }: Judgement): Shown {
  const unsure = verdict.code !== null && UNSURE.has(verdict.code)
  return unsure ? { status: 'pending', code: null } : { status: verdict.status, code: verdict.code }
}

function rowOf(
  identity: Identity,
  draft: Draft,
  op: Op,
  judgement: Judgement,
  occurredAt: EpochMs,
): OutboxRow {
  const moved = moveOf(judgement)
  const { verdict, flags = [] } = judgement
  return {
    id: op.id,
    merchant_id: identity.merchant.id,
    device_id: identity.device.id,
    incarnation: identity.incarnation,
    seq: op.seq ?? 0,
    kind: op.kind,
    at: draft.at,
    wire: JSON.stringify(op),
    shown: op.shown,
    subject: draft.subject,
    state: 'queued',
    verdict: null,
    answered_at: 0,
    park_reason: null,
    local: {
      verdict,
      flags,
      pending: op.shown.status === 'pending',
      occurred_at: occurredAt,
      store_id: identity.store.id,
      sign_on: draft.sign_on,
      card_id: moved === null ? null : cardOf(moved),
      count: moved?.type === 'stamps' ? moved.count : 0,
      moved,
    },
    lost: draft.lost ?? null,
  }
}

async function keepEffect(
  db: LocalTables,
  draft: Draft,
  effect: Effect,
  at: EpochMs,
): Promise<void> {
  switch (effect.type) {
    case 'stamp':
    case 'stamp_voided':
    case 'card_moved':
    case 'card_move_voided':
      await db.effects.put({ op_id: draft.id, card_id: effect.card_id, effect, settled: 0 })
      return
    case 'punch':
    case 'punch_voided':
      return keepPunch(db, draft.id, effect)
    case 'people':
    case 'people_voided':
      return keepMovement(db, draft.id, effect)
    case 'sign_on':
      await db.sign_ons.put({ ...effect.sign_on, job: draft.job ?? 'loyalty' })
      return changePins(db, effect.sign_on.staff_id, { last_used_at: at })
    case 'sign_off':
      return endSignOn(db, effect)
    case 'pin_counter':
      return changePins(db, effect.staff_id, { counter: effect.counter })
    case 'person_pins':
      return changePins(db, effect.staff_id, { person: effect.person })
    // What is left of a lease follows from the movements that are kept.
    case 'lease_moved':
    case 'seqs_lost':
      return
  }
}

async function endSignOn(
  db: LocalTables,
  { sign_on, at }: Extract<Effect, { type: 'sign_off' }>,
): Promise<void> {
  const signOn = await db.sign_ons.get(sign_on)
  if (signOn !== undefined) await db.sign_ons.put({ ...signOn, ended_at: at })
}

export async function changePins(
  db: LocalTables,
  staffId: Id,
  part: Partial<Omit<PinRow, 'staff_id'>>,
): Promise<void> {
  const known = await db.pins.get(staffId)
  const none = { counter: NO_WRONG_PINS, person: NO_FAILURES, last_used_at: null }
  await db.pins.put({ ...none, ...known, ...part, staff_id: staffId })
}
