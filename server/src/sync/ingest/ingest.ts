import { type EpochMs, type Id, jobOf } from '@counterfoil/domain'
import type { PushAnswer, PushEnvelope } from '@counterfoil/protocol'
import { databaseProblem } from '../../db/database-problem'
import { sqlStateOf } from '../../db/sql-state'
import { forMerchant } from '../../db/wall/merchant-scope'
import { NOT_PREPARED } from '../../db/wall/prepared'
import type { Deps } from '../../deps'
import { confirmLeases } from '../../door/confirm-leases'
import { createTicketVerifier } from '../../door/ticket-verifier'
import { createSealingKeys } from '../../pins/sealing-keys'
import { tryLater } from '../../problem-error'
import { createLaneDesk } from '../lane-desk'
import { createLaneQueue } from '../lane-queue'
import type { Batch, BatchOp, DeviceSender, Sender } from './batch'
import { beat } from './beat'
import type { Asking } from './fold'
import { checkTickets } from './features/door/check-tickets'
import { checkPins } from './features/pins/pin-checks'
import { type Done, inLane, type Turn as LaneTurn } from './in-lane'
import { pushAnswer } from './push-answer'
import { readBatch } from './read-batch'
import { askFacts } from './read-facts'
import { requireSender } from './require-sender'
import { knownSeqs } from './stream-facts'

interface Turn extends LaneTurn {
  readonly deps: IngestDeps
  /** It may not go with others. */
  readonly alone: boolean
}

/** `again` when the database broke off and the same can be tried once more. */
type Outcome = Done | Asking | 'again' | Failed

/** Nothing of the batch is stored, unless the database was lost as it committed. */
interface Failed {
  readonly failed: unknown
}

export type Ingest = (
  sender: Sender,
  envelope: PushEnvelope,
  receivedAt: EpochMs,
) => Promise<PushAnswer>

type IngestDeps = Pick<Deps, 'db' | 'crypto' | 'pins' | 'bus' | 'newId'>

/** A batch is begun anew when the lane finds that PINs must be looked at, or after a deadlock. */
const MOST_ROUNDS = 12
const DEADLOCKED = /^(40001|40P01)$/
/** Operations taken together at most: all that wait are answered when the last of them is stored. */
const MOST_OPS = 2000

/**
 * Takes a batch: section 5 of the wire contract. Resolves once everything in the answer is durable.
 *
 * Slow work (PINs, signatures of tickets) is done first. Then, in the merchant's lane, five
 * statements for any batch: begin, lock, one read of all facts, one write, commit; two more when a
 * person gets locked. Lock and read are sent at once, so that is four round trips. What waits for
 * the lane meanwhile is taken together, under one begin, lock and commit, as far as it goes.
 * @throws ProblemError BATCH_MALFORMED, TOO_LARGE, NOT_FOUND, TERMINAL_DEVICE_REVOKED, UNAVAILABLE:
 *   then nothing of the batch is stored. Errors of the database as they come: then it may be.
 */
export function createIngest(deps: IngestDeps): Ingest {
  const keysOf = createSealingKeys(deps.crypto)
  const verifyTickets = createTicketVerifier()
  const lane = createLaneDesk({ work: takeTogether, fits: goTogether })
  const people = createLaneQueue(1)
  const takeOps = async (deps: IngestDeps, batch: Batch): Promise<PushAnswer> => {
    const { merchant_id } = batch.sender
    const keyOf = keysOf(deps.db, merchant_id)
    const tickets = await checkTickets(deps.db, verifyTickets, batch)
    const checks = { pins: new Map(), tickets }
    const question = askFacts(deps.db, batch)
    let asked: ReadonlySet<BatchOp> = new Set()
    const alone = !mayGoTogether(batch)
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await checkPins(deps, keyOf, batch, checks.pins, asked)
      const outcome = await lane.take(merchant_id, { deps, batch, question, checks, alone })
      if (outcome === 'again') continue
      if ('failed' in outcome) throw outcome.failed
      if ('ask' in outcome) asked = outcome.ask
      else {
        if (outcome.topics.length > 0) deps.bus.notify(merchant_id, outcome.topics)
        return outcome.answer()
      }
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
  return pushAnswer(batch, new Map(), knownSeqs(facts))
}

/**
 * Batches that wait for the lane go together where none can bear on what was read for another but
 * by what the world carries on: numbered ones of different tablets, of operations on cards alone.
 * What else they share (an operation's id) is refused by a key of the database.
 */
function goTogether(
  together: readonly [Turn, ...Turn[]],
  next: Turn,
  left: readonly Turn[],
): boolean {
  if (together[0].alone || next.alone) return false
  const ops = together.reduce((sum, { batch }) => sum + batch.ops.length, next.batch.ops.length)
  const device = deviceOf(next)
  // Nor does a tablet's later batch overtake its earlier one, which may be the sign-on it builds on.
  return ops <= MOST_OPS && [...together, ...left].every((turn) => deviceOf(turn) !== device)
}

function deviceOf({ batch: { sender } }: Turn): Id | undefined {
  return sender.type === 'device' ? sender.device_id : undefined
}

function mayGoTogether({ sender, recovered, stream, ops }: Batch): boolean {
  if (recovered || stream === undefined || sender.type !== 'device') return false
  return ops.every(({ op }) => op === undefined || jobOf(op.kind) === 'loyalty')
}

/** One outcome for each, in their order; one that fails does not fail the others. */
async function takeTogether(
  turns: readonly [Turn, ...Turn[]],
  letNext: () => void,
): Promise<readonly Outcome[]> {
  const { db, newId } = turns[0].deps
  try {
    return await db.transaction().execute(async (trx) => {
      const done = await inLane(trx, turns, newId)
      // Only the commit is left: the next may wait for the lane in the database.
      letNext()
      return done
    })
  } catch (error) {
    const state = sqlStateOf(error) ?? ''
    if (DEADLOCKED.test(state) || NOT_PREPARED.test(state)) return turns.map(() => 'again' as const)
    if (turns.length === 1 || isAway(error)) return turns.map(() => ({ failed: error }))
    return takeEach(turns)
  }
}

/** The next wait until all have gone. */
const STAY = (): void => undefined

/** Whose fault it was comes out when each goes alone: at once, so that nobody is overtaken. */
async function takeEach(turns: readonly Turn[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const turn of turns) outcomes.push(...(await takeTogether([turn], STAY)))
  return outcomes
}

/** A database that is lost or busy is so for every batch. */
function isAway(error: unknown): boolean {
  return databaseProblem(error)?.code === 'UNAVAILABLE'
}
