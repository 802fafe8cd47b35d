import type { Id } from '@counterfoil/domain'
import type { PushAnswer } from '@counterfoil/protocol'
import type { CompiledQuery, Transaction } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '../../db/schema'
import { type Send, sideBySide } from '../../db/side-by-side'
import { publish } from '../feed'
import { type LaneHead, sendLaneByKeys } from '../lane'
import type { Topic } from '../topics'
import { adoptDevice, isForgotten } from './adopt-device'
import type { Batch } from './batch'
import type { Facts } from './features'
import { type Asking, type Checks, fold, type Folded, type Knowledge, worldOf } from './fold'
import { pushAnswer } from './push-answer'
import { readFacts } from './read-facts'
import { requireSender } from './require-sender'
import { knownSeqs } from './stream-facts'
import { streamAfter } from './stream-state'
import { writeBatch } from './write-batch'

/** What is brought to the lane. */
export interface Turn {
  readonly batch: Batch
  readonly question: CompiledQuery<Facts>
  readonly checks: Checks
}

export interface Done {
  /** To be made once the lane is left. */
  readonly answer: () => PushAnswer
  /** What consoles are told to load again; nothing when nothing is new. */
  readonly topics: readonly Topic[]
}

/** What anything new touches. */
const TOPICS: readonly Topic[] = ['feed', 'ledger', 'cards', 'reviews', 'devices']

/**
 * Takes batches of one merchant in one transaction: all is read first, then each is judged by what
 * was read and by what those before it brought about, and written while the next is judged.
 * @param turns more than one only where none bears on what is read for another but by the world
 * @throws ProblemError, errors of the database: then nothing of any of them is stored
 */
export async function inLane(
  trx: Transaction<Database>,
  turns: readonly [Turn, ...Turn[]],
  newId: () => Id,
): Promise<readonly (Done | Asking)[]> {
  const { merchant_id } = turns[0].batch.sender
  const { head, known } = await readAll(trx, turns, newId)
  const taken = await sideBySide(trx, (send) => foldAll({ trx, send, head, newId }, known))
  if ('ask' in taken) {
    // Those before it have been written already, and must not be kept without an answer.
    if (turns.length > 1) throw new Error('a batch whose PINs are asked for goes alone')
    return [taken]
  }
  for (const { after } of taken.flatMap(({ features }) => features)) {
    if (after !== undefined) await publish(trx, merchant_id, await after(trx))
  }
  return taken
}

/** A turn and what there is to know for it. */
type Known = Turn & Knowledge

async function readAll(
  trx: Transaction<Database>,
  turns: readonly [Turn, ...Turn[]],
  newId: () => Id,
): Promise<{ readonly head: LaneHead; readonly known: readonly Known[] }> {
  const { merchant_id } = turns[0].batch.sender
  const [head, ...read] = await sideBySide(trx, (send) =>
    Promise.all([
      sendLaneByKeys(trx, send, merchant_id),
      ...turns.map(async (turn) => ({ turn, facts: await readFacts(send, turn.question) })),
    ]),
  )
  const known: Known[] = []
  for (const { turn, facts } of read) {
    requireSender(turn.batch, facts, head.feed_epoch)
    known.push({ ...turn, facts: (await adopted(trx, turn, facts, newId)) ?? facts })
  }
  return { head, known }
}

/** The facts anew, where a tablet had to be given back its row first. */
async function adopted(
  trx: Transaction<Database>,
  { batch, question }: Turn,
  facts: Facts,
  newId: () => Id,
): Promise<Facts | undefined> {
  if (!isForgotten(batch, facts)) return undefined
  await adoptDevice(trx, batch, newId)
  return sideBySide(trx, (send) => readFacts(send, question))
}

interface Lane {
  readonly trx: Transaction<Database>
  readonly send: Send
  readonly head: LaneHead
  readonly newId: () => Id
}

async function foldAll(lane: Lane, known: readonly Known[]): Promise<readonly Taken[] | Asking> {
  const world = worldOf(known)
  const taken: Taken[] = []
  for (const one of known) {
    // What was just written leaves for the database before the next is thought about.
    if (taken.length > 0) await breathe()
    const folded = fold(one, world, lane.newId)
    if ('ask' in folded) return folded
    taken.push(write({ ...lane, head: taken.at(-1)?.head ?? lane.head }, one, folded))
  }
  await Promise.all(taken.map(({ written }) => written))
  return taken
}

interface Taken extends Done {
  /** Where the lane stands behind it. */
  readonly head: LaneHead
  readonly written: Promise<unknown>
  readonly features: Folded['consequences']['features']
}

function write(
  { trx, send, head }: Lane,
  { batch, facts }: Known,
  { verdicts, consequences }: Folded,
): Taken {
  const seqs =
    batch.stream === undefined ? undefined : streamAfter(batch, knownSeqs(facts), consequences.lost)
  // Where a pairing that lives stands, it alone says.
  const kept = batch.recovered && facts.device?.living === true ? undefined : seqs
  const writing = writeBatch(trx, send, { batch, consequences, head, seqs: kept })
  // It is waited for with the others; until then its failure shall not count as unheard.
  writing.written.catch(() => undefined)
  return {
    head: writing.head,
    written: writing.written,
    features: consequences.features,
    answer: () => pushAnswer(batch, verdicts, seqs),
    topics: consequences.entries.length > 0 ? [...TOPICS, ...writing.topics] : [],
  }
}
