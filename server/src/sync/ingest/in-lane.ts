import type { Id, World } from '@counterfoil/domain'
import type { PushAnswer } from '@counterfoil/protocol'
import type { CompiledQuery, Transaction } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '../../db/schema'
import { type Send, sideBySide } from '../../db/side-by-side'
import { publish } from '../feed'
import { type LaneHead, sendLaneByKeys } from '../lane'
import type { Topic } from '../topics'
import { adoptDevice, type ForgottenBatch, isForgotten } from './adopt-device'
import type { Batch } from './batch'
import type { Facts } from './features'
import { type Asking, type Checks, fold, type Folded, type Knowledge, widened } from './fold'
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
 * Takes batches of one merchant in one transaction: each is judged by what was read before any was
 * written and by what those before it brought about, while the database reads or writes for others.
 * @param turns more than one only where none bears on what is read for another but by the world
 * @throws ProblemError, errors of the database: then nothing of any of them is stored
 */
export async function inLane(
  trx: Transaction<Database>,
  turns: readonly [Turn, ...Turn[]],
  newId: () => Id,
): Promise<readonly (Done | Asking)[]> {
  const { merchant_id } = turns[0].batch.sender
  const taken = await sideBySide(trx, (send) => readAndFold({ trx, send, newId }, turns))
  if ('forgotten' in taken) return afterAdoption(trx, taken.forgotten, turns, newId)
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

interface Lane {
  readonly trx: Transaction<Database>
  readonly send: Send
  readonly newId: () => Id
}

/** It is to be given back its row first; nothing has been written yet. */
interface Forgotten {
  readonly forgotten: ForgottenBatch
}

/**
 * The lock and all reads leave at once. Each batch is thought about as soon as what it asked for is
 * there, while the database reads for the next; what it writes stands in line behind all reads, so
 * that none of them sees it.
 */
async function readAndFold(
  lane: Lane,
  turns: readonly [Turn, ...Turn[]],
): Promise<readonly Taken[] | Asking | Forgotten> {
  const { trx, send } = lane
  const locked = sendLaneByKeys(trx, send, turns[0].batch.sender.merchant_id)
  const asked = turns.map((turn) => ({ turn, read: readFacts(send, turn.question) }))
  // Each is waited for in its turn; until then its failure shall not count as unheard.
  for (const { read } of asked) read.catch(() => undefined)
  let head = await locked
  let world: World | undefined
  const taken: Taken[] = []
  for (const [index, { turn, read }] of asked.entries()) {
    // What was just written leaves for the database before the next is thought about.
    if (index > 0) await breathe()
    const facts = await read
    requireSender(turn.batch, facts, head.feed_epoch)
    if (isForgotten(turn.batch, facts)) {
      if (turns.length > 1) throw new Error('a batch of a forgotten tablet goes alone')
      return { forgotten: turn.batch }
    }
    const known = { ...turn, facts }
    world = widened(world, known)
    const folded = fold(known, world, lane.newId)
    if ('ask' in folded) return folded
    const one = write(lane, head, known, folded)
    taken.push(one)
    head = one.head
  }
  await Promise.all(taken.map(({ written }) => written))
  return taken
}

/** The same anew, once the tablet has its row. */
async function afterAdoption(
  trx: Transaction<Database>,
  batch: ForgottenBatch,
  turns: readonly [Turn, ...Turn[]],
  newId: () => Id,
): Promise<readonly (Done | Asking)[]> {
  await adoptDevice(trx, batch, newId)
  return inLane(trx, turns, newId)
}

interface Taken extends Done {
  /** Where the lane stands behind it. */
  readonly head: LaneHead
  readonly written: Promise<unknown>
  readonly features: Folded['consequences']['features']
}

function write(
  { trx, send }: Lane,
  head: LaneHead,
  { batch, facts }: Knowledge,
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
