import type {
  EffectData,
  EffectTakers,
  EffectType,
  Judgement,
  Op,
  OpKind,
  UnverifiedTicket,
  World,
} from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { JsonObject } from '../../db/columns'
import type { Database } from '../../db/schema'
import type { FeedChange } from '../feed'
import type { Topic } from '../topics'
import type { Batch, BatchOp } from './batch'
import type { Exact, Part, Scope } from './sql-parts'
import type { Subject } from './subject'

/**
 * What one feature (PINs, loyalty, …) brings to the taking of a batch: what it asks of the database,
 * how that becomes part of the world, and what it writes. All features together are read in one
 * statement and written in one.
 *
 * @typeParam F what it reads: columns of the one row that the read statement answers
 * @typeParam T the changes that are its to write
 */
export interface Feature<F, T extends EffectType> {
  /**
   * Its common tables (each may use those of the features before it, and `known`, `owner` and
   * `before`) and its columns; none where the batch has nothing of this feature.
   */
  ask(batch: Batch, scope: Scope): Asked
  /** Puts what was read into the world, after the features before it. */
  load(facts: F, world: World, batch: Batch): void
  /** Begins to gather, for one fold of a batch. */
  gather(folding: Folding<F>): Gathering<T>
}

export interface Asked {
  readonly tables: readonly Part[]
  readonly columns: readonly Part[]
}

export const NOTHING_ASKED: Asked = { tables: [], columns: [] }

export interface Folding<F> {
  readonly batch: Batch
  readonly facts: F
  readonly world: World
}

export interface Gathering<T extends EffectType> {
  /** Note what changed, op by op; the world has moved on already. */
  readonly takers: EffectTakers<Pick<EffectData, T>, [BatchOp]>
  /**
   * What the ledger says of an op in this feature's words.
   * @param judgement `undefined` for other content under the id of a known op
   */
  subject(op: BatchOp, judgement: Judgement | undefined): Partial<Subject>
  write(scope: Scope): Written
  /** What could not be told within the one statement; costs round trips, so only where rare. */
  after?(trx: Transaction<Database>): Promise<readonly FeedChange[]>
}

export interface Written {
  /** Statements without an answer, each on tables of its own. */
  readonly parts: readonly Part[]
  /** The same, where no row may be missed. */
  readonly exact?: readonly Exact[]
  /** What tablets are told. */
  readonly changes: readonly FeedChange[]
  /** What consoles are told to load again, beside what every batch touches. */
  readonly topics: readonly Topic[]
}

/** An op as it is kept: no sealed PIN, no raw token. */
export interface Kept {
  readonly data: JsonObject
  /** base64url SHA-256 of the token in the data. */
  readonly token_hash?: string
  /** The ticket's token, taken apart; absent when it cannot be. */
  readonly ticket?: UnverifiedTicket
}

/** How ops of each kind are kept. */
export type Keepers<K extends OpKind = OpKind> = {
  readonly [P in K]: (data: Op<P>['data']) => Kept
}
