import type { Id } from '@counterfoil/domain'
import type { LocalTables } from '@counterfoil/sync'
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie'
import type {
  CardRow,
  ClockRow,
  CrowdRow,
  EffectRow,
  IssuerKeyRow,
  MetaValues,
  MovementRow,
  NoticeRow,
  OutboxRow,
  PerformanceRow,
  PinRow,
  ProgramRow,
  PunchRow,
  RewardRow,
  SignOnRow,
  StaffRow,
  TicketRow,
} from './rows'

interface MetaRow {
  readonly key: keyof MetaValues
  readonly value: MetaValues[keyof MetaValues]
}

/**
 * Everything the tablet holds. Each transaction is strict: it is complete when it is on disk, so
 * that "saved" survives a power cut (Chromium's own default is not).
 */
export class KioskDb extends Dexie implements LocalTables {
  declare readonly meta: Table<MetaRow, keyof MetaValues>
  declare readonly outbox: EntityTable<OutboxRow, 'id'>
  declare readonly cards: EntityTable<CardRow, 'id'>
  declare readonly programs: EntityTable<ProgramRow, 'id'>
  declare readonly rewards: EntityTable<RewardRow, 'id'>
  declare readonly staff: EntityTable<StaffRow, 'id'>
  declare readonly clocks: EntityTable<ClockRow, 'staff_id'>
  declare readonly performances: EntityTable<PerformanceRow, 'id'>
  declare readonly tickets: EntityTable<TicketRow, 'id'>
  declare readonly issuer_keys: EntityTable<IssuerKeyRow, 'id'>
  declare readonly movements: EntityTable<MovementRow, 'op_id'>
  declare readonly crowds: EntityTable<CrowdRow, 'performance_id'>
  declare readonly effects: EntityTable<EffectRow, 'op_id'>
  declare readonly punches: EntityTable<PunchRow, 'op_id'>
  declare readonly pins: EntityTable<PinRow, 'staff_id'>
  declare readonly sign_ons: EntityTable<SignOnRow, 'op_id'>
  declare readonly notices: EntityTable<NoticeRow, 'op_id'>

  constructor(name = 'counterfoil') {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    // A new version adds to this list and never changes what stands: the old data must open.
    this.version(1).stores({
      meta: 'key',
      outbox:
        'id, [device_id+incarnation], [device_id+incarnation+seq], [device_id+incarnation+state+seq], [state+at], answered_at',
      cards: 'id, token_hash',
      programs: 'id',
      staff: 'id, badge_hash',
      effects: 'op_id, card_id, settled',
      pins: 'staff_id',
      sign_ons: 'op_id, occurred_at',
      notices: 'op_id',
    })
    this.version(2).stores({ punches: 'op_id, staff_id' })
    this.version(3).stores({ rewards: 'id, program_id' }).upgrade(addPoints)
    this.version(4).stores({
      performances: 'id',
      tickets: 'id, token_hash, performance_id',
      issuer_keys: 'id',
      movements: 'op_id, performance_id, settled',
    })
    // Tickets get their words with the next pull, which starts anew.
    this.version(5)
      .stores({ tickets: 'id, token_hash, performance_id, *found_by' })
      .upgrade((trx) => trx.table('meta').delete('cursor'))
    this.version(6)
      .stores({ clocks: 'staff_id', punches: 'op_id, staff_id, settled' })
      .upgrade(settlePunches)
    this.version(7).stores({
      movements: 'op_id, performance_id, settled, effect.ticket_id',
      crowds: 'performance_id',
    })
  }

  cardByToken(tokenHash: string): PromiseLike<CardRow | undefined> {
    return this.cards.where('token_hash').equals(tokenHash).first()
  }

  effectsOf(cardId: Id): PromiseLike<EffectRow[]> {
    return this.effects.where('card_id').equals(cardId).toArray()
  }

  punchesOf(staffId: Id): PromiseLike<PunchRow[]> {
    return this.punches.where('staff_id').equals(staffId).toArray()
  }

  movementsOf(performanceId: Id): PromiseLike<MovementRow[]> {
    return this.movements.where('performance_id').equals(performanceId).toArray()
  }

  movementsOn(ticketId: Id): PromiseLike<MovementRow[]> {
    return this.movements.where('effect.ticket_id').equals(ticketId).toArray()
  }

  allIssuerKeys(): PromiseLike<IssuerKeyRow[]> {
    return this.issuer_keys.toArray()
  }
}

/** Rows of before there were points: what the server's own rows got at the same time. */
async function addPoints(trx: Transaction): Promise<void> {
  const settings = await trx.table<MetaRow>('meta').get('settings')
  const { merchant } = (settings?.value as MetaValues['settings'] | undefined) ?? {}
  const currency = merchant?.currency ?? 'EUR'
  const rules = { points_per_unit: 1, min_amount_minor: 0, max_points_per_op: 10_000, currency }
  await trx.table('programs').toCollection().modify(rules)
  await trx.table('cards').toCollection().modify({ points: 0, moves: [] })
}

/** Punches stayed here for good before: those that a server has answered it tells of itself now. */
async function settlePunches(trx: Transaction): Promise<void> {
  const outbox = trx.table<OutboxRow>('outbox')
  const waiting = new Set(await outbox.where('answered_at').equals(0).primaryKeys())
  await trx
    .table<PunchRow>('punches')
    .toCollection()
    .modify((row: { op_id: Id; settled: number }) => {
      row.settled = waiting.has(row.op_id) ? 0 : 1
    })
}

/** One value of {@link MetaValues}, or `undefined` when it was never set. */
export async function getMeta<K extends keyof MetaValues>(
  db: KioskDb,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key)
  return row?.value as MetaValues[K] | undefined
}

export async function putMeta<K extends keyof MetaValues>(
  db: KioskDb,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, value })
}
