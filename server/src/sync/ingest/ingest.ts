import { type EpochMs, formatInstant, type Id, type SeqState } from '@counterfoil/domain'
import type { PushAnswer, PushEnvelope } from '@counterfoil/protocol'
import type { CompiledQuery, Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { sqlStateOf } from '../../db/sql-state'
import { forMerchant } from '../../db/wall/merchant-scope'
import { NOT_PREPARED } from '../../db/wall/prepared'
import type { Deps } from '../../deps'
import { confirmLeases } from '../../door/confirm-leases'
import { createTicketVerifier } from '../../door/ticket-verifier'
import { createSealingKeys } from '../../pins/sealing-keys'
import { ProblemError, tryLater } from '../../problem-error'
import { publish } from '../feed'
import { enterLaneByKeys } from '../lane'
import { createLaneQueue } from '../lane-queue'
import { FIRST_LIFE } from '../life'
import type { Topic } from '../topics'
import { adoptDevice } from './adopt-device'
import type { Batch, BatchOp, DeviceSender, Sender } from './batch'
import { type Beat, beat } from './beat'
import type { Facts } from './features'
import { type Asking, type Checks, fold, type Standing } from './fold'
import { checkTickets } from './features/door/check-tickets'
import { checkPins } from './features/pins/pin-checks'
import { readBatch } from './read-batch'
import { askFacts, readFacts } from './read-facts'
import { knownSeqs } from './stream-facts'
import { streamAfter } from './stream-state'
import { wireVerdict } from './wire-verdict'
import { writeBatch } from './write-batch'

export type Ingest = (
  sender: Sender,
  envelope: PushEnvelope,
  receivedAt: EpochMs,
) => Promise<PushAnswer>

type IngestDeps = Pick<Deps, 'db' | 'crypto' | 'pins' | 'bus' | 'newId'>

/** A batch is begun anew when the lane finds that PINs must be looked at, or after a deadlock. */
const MOST_ROUNDS = 12
const DEADLOCKED = /^(40001|40P01)$/
/** What anything new touches. */
const TOPICS: readonly Topic[] = ['feed', 'ledger', 'cards', 'reviews', 'devices']

/**
 * Takes a batch: section 5 of the wire contract. Resolves once everything in the answer is durable.
 *
 * Slow work (PINs, signatures of tickets) is done first. Then, in the merchant's lane, five round trips for any batch:
 * begin, lock, one read of all facts, one write, commit; two more when a person gets locked.
 * @throws ProblemError BATCH_MALFORMED, TOO_LARGE, NOT_FOUND, TERMINAL_DEVICE_REVOKED, UNAVAILABLE:
 *   then nothing of the batch is stored. Errors of the database as they come: then it may be.
 */
export function createIngest(deps: IngestDeps): Ingest {
  const keysOf = createSealingKeys(deps.crypto)
  const verifyTickets = createTicketVerifier()
  const lanes = createLaneQueue()
  const people = createLaneQueue(1)
  const takeOps = async (deps: IngestDeps, batch: Batch): Promise<PushAnswer> => {
    const { merchant_id } = batch.sender
    const keyOf = keysOf(deps.db, merchant_id)
    const tickets = await checkTickets(deps.db, verifyTickets, batch)
    const checks = { pins: new Map(), tickets }
    const question = askFacts(deps.db, batch)
    let asked: ReadonlySet<BatchOp> = new Set()
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await checkPins(deps, keyOf, batch, checks.pins, asked)
      const outcome = await lanes.run(merchant_id, () => tryLane(deps, { batch, question, checks }))
      if (outcome !== undefined && 'answer' in outcome) {
        if (outcome.topics.length > 0) deps.bus.notify(merchant_id, outcome.topics)
        return outcome.answer()
      }
      asked = outcome?.ask ?? asked
    }
    throw tryLater('UNAVAILABLE', 1, 'Too much changed meanwhile.')
  }
  return async (sender, envelope, receivedAt) => {
    const batch = readBatch(sender, envelope, receivedAt)
    const own = { ...deps, db: forMerchant(deps.db, sender.merchant_id) }
    // One try at a time for each person: were many guesses made at once, a right one that is
    // remembered would overtake the wrong ones that are not, before those could lock.
    const answer =
      batch.ops.length === 0
        ? await takeBeat(own, batch)
        : await people.runAll(triedPeople(batch), () => takeOps(own, batch))
    if (isDrainedDoor(batch)) {
      await confirmLeases(own, batch.sender.merchant_id, batch.sender.device_id)
    }
    return answer
  }
}

/** With this batch a door's tablet has handed in everything that it had. */
function isDrainedDoor(batch: Batch): batch is Batch & { readonly sender: DeviceSender } {
  const { sender, recovered, envelope } = batch
  if (sender.type !== 'device' || recovered || !sender.jobs.includes('door')) return false
  return (envelope.queue?.pending ?? Infinity) <= envelope.ops.length
}

function triedPeople({ sender, ops }: Batch): string[] {
  return ops.flatMap(({ op }) =>
    op?.kind === 'staff.sign_on' ? [`${sender.merchant_id}/${op.data.staff_id}`] : [],
  )
}

async function takeBeat({ db }: IngestDeps, batch: Batch): Promise<PushAnswer> {
  const facts = await beat(db, batch)
  requireSender(batch, facts, facts.feed_epoch)
  return answerOf(batch, new Map(), knownSeqs(facts))
}

/** What is brought to the lane. */
interface Turn {
  readonly batch: Batch
  readonly question: CompiledQuery<Facts>
  readonly checks: Checks
}

interface Done {
  /** To be made once the lane is left. */
  readonly answer: () => PushAnswer
  /** What consoles are told to load again; nothing when nothing is new. */
  readonly topics: readonly Topic[]
}

/** `undefined` when the database broke off and the same can be tried again. */
async function tryLane(deps: IngestDeps, turn: Turn): Promise<Done | Asking | undefined> {
  try {
    return await deps.db.transaction().execute((trx) => inLane(deps, trx, turn))
  } catch (error) {
    const state = sqlStateOf(error) ?? ''
    if (DEADLOCKED.test(state) || NOT_PREPARED.test(state)) return undefined
    throw error
  }
}

async function inLane(
  deps: IngestDeps,
  trx: Transaction<Database>,
  turn: Turn,
): Promise<Done | Asking> {
  const { batch, checks } = turn
  const { merchant_id } = batch.sender
  const head = await enterLaneByKeys(trx, merchant_id)
  const known = await readFacts(trx, turn.question)
  requireSender(batch, known, head.feed_epoch)
  const facts = (await adopted(trx, turn, known, deps.newId)) ?? known
  const folded = fold(batch, facts, checks, deps.newId)
  if ('ask' in folded) return folded
  const { consequences, verdicts } = folded
  const seqs =
    batch.stream === undefined ? undefined : streamAfter(batch, knownSeqs(facts), consequences.lost)
  // Where a pairing that lives stands, it alone says.
  const kept = batch.recovered && facts.device?.living === true ? undefined : seqs
  const topics = await writeBatch(trx, { batch, consequences, head, seqs: kept })
  for (const { after } of consequences.features) {
    if (after !== undefined) await publish(trx, merchant_id, await after(trx))
  }
  const news = consequences.entries.length > 0
  const answer = () => answerOf(batch, verdicts, seqs)
  return { answer, topics: news ? [...TOPICS, ...topics] : [] }
}

/** The facts anew, where a tablet had to be given back its row first. */
async function adopted(
  trx: Transaction<Database>,
  { batch, question }: Turn,
  { device }: Facts,
  newId: () => Id,
): Promise<Facts | undefined> {
  const { sender, stream, recovered } = batch
  if (!recovered || device !== null || sender.type !== 'device' || stream === undefined) {
    return undefined
  }
  await adoptDevice(trx, sender, stream, batch, newId)
  return readFacts(trx, question)
}

/**
 * The lane is also where a revocation passes: whoever was revoked before gets nothing in. After a
 * restore (`life`) there may have been tablets and pairings that are forgotten.
 */
function requireSender({ sender, stream, recovered }: Batch, facts: Beat, life: number): void {
  if (sender.type !== 'device') return
  if (facts.sender_incarnation === null) {
    throw new ProblemError('TERMINAL_DEVICE_REVOKED', 'This tablet was revoked in the console.')
  }
  if (facts.sender_incarnation !== sender.incarnation) {
    throw new ProblemError('TOKEN_INVALID', 'This pairing was replaced by a newer one.')
  }
  if (!recovered) return
  if (facts.device === null && life === FIRST_LIFE) {
    throw new ProblemError('NOT_FOUND', 'There was no such tablet here.')
  }
  // Pairings since the restore are numbered from its life on: below it are forgotten ones.
  const highest = Math.max(facts.device?.incarnation ?? FIRST_LIFE, life - 1)
  if ((stream?.incarnation ?? 0) > highest) {
    throw new ProblemError('BATCH_MALFORMED', 'That tablet was not paired so often.')
  }
}

function answerOf(
  batch: Batch,
  verdicts: ReadonlyMap<number, Standing>,
  seqs: SeqState | undefined,
): PushAnswer {
  return {
    received_at: formatInstant(batch.received_at),
    last_seq: seqs?.last_seq ?? 0,
    missing: (seqs?.missing ?? []).map(([from, to]) => [from, to]),
    verdicts: [...verdicts]
      .sort(([a], [b]) => a - b)
      .map(([, { op, known }]) => wireVerdict(op, known)),
  }
}
