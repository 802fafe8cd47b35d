import type { Id } from '@counterfoil/domain'
import type {
  CardRow,
  ClockRow,
  CrowdRow,
  EffectRow,
  IssuerKeyRow,
  LocalMeta,
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

/** One table of the tablet's database, as far as the rules for keeping things need it. */
export interface Rows<T> {
  get(key: Id): PromiseLike<T | undefined>
  bulkGet(keys: Id[]): PromiseLike<(T | undefined)[]>
  /** @throws when the key is taken */
  add(row: T): PromiseLike<unknown>
  put(row: T): PromiseLike<unknown>
  bulkPut(rows: readonly T[]): PromiseLike<unknown>
  delete(key: Id): PromiseLike<unknown>
  bulkDelete(keys: Id[]): PromiseLike<unknown>
  clear(): PromiseLike<unknown>
}

interface MetaRows {
  get(key: keyof LocalMeta): PromiseLike<{ readonly value: unknown } | undefined>
  put(row: {
    readonly key: keyof LocalMeta
    readonly value: LocalMeta[keyof LocalMeta]
  }): PromiseLike<unknown>
}

/**
 * Everything the tablet holds, within one transaction that its caller has opened: whoever is given
 * these may assume that all of what they do happens, or nothing.
 */
export interface LocalTables {
  readonly meta: MetaRows
  readonly outbox: Rows<OutboxRow>
  readonly cards: Rows<CardRow>
  readonly programs: Rows<ProgramRow>
  readonly rewards: Rows<RewardRow>
  readonly staff: Rows<StaffRow>
  /** By person. */
  readonly clocks: Rows<ClockRow>
  readonly performances: Rows<PerformanceRow>
  readonly tickets: Rows<TicketRow>
  readonly issuer_keys: Rows<IssuerKeyRow>
  /** By the operation that had them. */
  readonly effects: Rows<EffectRow>
  /** By the operation that did it. */
  readonly punches: Rows<PunchRow>
  /** By the operation that did it. */
  readonly movements: Rows<MovementRow>
  /** By performance. */
  readonly crowds: Rows<CrowdRow>
  /** By person. */
  readonly pins: Rows<PinRow>
  /** By operation. */
  readonly sign_ons: Rows<SignOnRow>
  /** By operation. */
  readonly notices: Rows<NoticeRow>
  cardByToken(tokenHash: string): PromiseLike<CardRow | undefined>
  /** In no particular order. */
  effectsOf(cardId: Id): PromiseLike<EffectRow[]>
  /** In no particular order. */
  punchesOf(staffId: Id): PromiseLike<PunchRow[]>
  /** In no particular order. */
  movementsOf(performanceId: Id): PromiseLike<MovementRow[]>
  /** Of one ticket, in no particular order. */
  movementsOn(ticketId: Id): PromiseLike<MovementRow[]>
  allIssuerKeys(): PromiseLike<IssuerKeyRow[]>
}

/** The copy of the server's things: pull writes them, and they can be dropped and pulled anew. */
export const REPLICA_TABLES = [
  'cards',
  'programs',
  'rewards',
  'staff',
  'clocks',
  'performances',
  'tickets',
  'issuer_keys',
] as const satisfies readonly (keyof LocalTables)[]

/** What operations did here, beside the operations themselves. */
export const EFFECT_TABLES = [
  'effects',
  'movements',
  'crowds',
  'punches',
  'pins',
  'sign_ons',
] as const satisfies readonly (keyof LocalTables)[]

/** Whatever judging and keeping an operation may read or write: what `keepOp` runs over. */
export const OP_TABLES = ['meta', 'outbox', ...REPLICA_TABLES, ...EFFECT_TABLES] as const

/** One value of {@link LocalMeta}, or `undefined` when it was never set. */
export async function readMeta<K extends keyof LocalMeta>(
  { meta }: Pick<LocalTables, 'meta'>,
  key: K,
): Promise<LocalMeta[K] | undefined> {
  const row = await meta.get(key)
  return row?.value as LocalMeta[K] | undefined
}

export async function writeMeta<K extends keyof LocalMeta>(
  { meta }: Pick<LocalTables, 'meta'>,
  key: K,
  value: LocalMeta[K],
): Promise<void> {
  await meta.put({ key, value })
}
