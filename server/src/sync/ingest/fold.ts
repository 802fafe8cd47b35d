import {
  applyJudgement,
  type Author,
  emptyWorld,
  type Id,
  judge,
  type Judgement,
  type JudgeInput,
  rejected,
  reviewReason,
  type VerdictFlag,
  type World,
} from '@counterfoil/domain'
import type { Batch, BatchOp } from './batch'
import { reckonIn } from './clock'
import { type Consequences, createRecorder, type Recorder } from './consequences'
import type { KnownOp } from './facts'
import { type Facts, loadFeatures } from './features'
import type { TicketSigners } from './features/door/check-tickets'
import { type PinChecks, pinVersions } from './features/pins/pin-checks'
import { createTimeline, type Timeline } from './timeline'

/** An op and what stands of it; how that is said can wait until the lane is left. */
export interface Standing {
  readonly op: BatchOp
  readonly known: KnownOp
}

export interface Folded {
  /** By place in the answer. */
  readonly verdicts: ReadonlyMap<number, Standing>
  readonly consequences: Consequences
}

/** Sign-ons whose PINs must be looked at, or looked at again, before the batch can be judged. */
export interface Asking {
  readonly ask: ReadonlySet<BatchOp>
}

/** What was looked at before the lane. */
export interface Checks {
  readonly pins: PinChecks
  readonly tickets: TicketSigners
}

interface Work {
  readonly batch: Batch
  readonly facts: Facts
  readonly checks: Checks
  readonly author: Author
  readonly store: JudgeInput['store']
  readonly world: World
  readonly timeline: Timeline
  readonly known: Map<Id, KnownOp>
  /** By op and content: when a reuse of the id occurred. */
  readonly conflicts: Map<string, KnownOp['occurred_at']>
  readonly owners: Map<number, Id>
  readonly recorder: Recorder
}

/** What a batch is judged by. */
export interface Knowledge {
  readonly batch: Batch
  readonly facts: Facts
  readonly checks: Checks
}

/**
 * What the rules look at, of the batches that are taken together so far and of one more: what was
 * read for that one is older than what the others brought about.
 * @param world `undefined` for the first
 */
export function widened(world: World | undefined, { facts, batch }: Knowledge): World {
  const wider = world ?? emptyWorld(facts.settings)
  loadFeatures(facts, wider, batch)
  return wider
}

/** Judges the ops of a batch in order of `seq`, each meeting the effects of those before it. */
export function fold(knowledge: Knowledge, world: World, newId: () => Id): Folded | Asking {
  const work = prepare(knowledge, world, newId)
  const { batch } = knowledge
  const verdicts = new Map<number, Standing>()
  for (const op of batch.ops) {
    const known = decide(work, op)
    if (known === undefined) return { ask: new Set([op]) }
    verdicts.set(op.index, { op, known })
  }
  return { verdicts, consequences: work.recorder.consequences }
}

function prepare({ batch, facts, checks }: Knowledge, world: World, newId: () => Id): Work {
  const { sender, stream } = batch
  const author = authorOf(sender, stream, facts)
  const store = facts.device?.store ?? sender.store
  return {
    batch,
    facts,
    checks,
    author,
    store,
    world,
    timeline: createTimeline(facts),
    known: new Map((facts.known ?? []).map((op) => [op.id, op])),
    conflicts: new Map(
      (facts.conflicts ?? []).map((one) => [`${one.op_id}/${one.content_hash}`, one.occurred_at]),
    ),
    owners: new Map((facts.owners ?? []).map(({ seq, id }) => [seq, id])),
    recorder: createRecorder({ batch, facts, store, world, newId }),
  }
}

function authorOf(sender: Batch['sender'], stream: Batch['stream'], facts: Facts): Author {
  switch (sender.type) {
    case 'user':
      return { type: 'user', user_id: sender.account_id }
    case 'phone':
      return { type: 'person', staff_id: sender.staff_id, review: sender.review }
    case 'device':
      return {
        type: 'device',
        device_id: stream?.device_id ?? sender.device_id,
        jobs: facts.device?.jobs ?? [],
        label: facts.device?.label,
      }
  }
}

/** The verdict that stands for an op, new or old; `undefined` when its PIN must be looked at. */
function decide(work: Work, op: BatchOp): KnownOp | undefined {
  const known = work.known.get(op.id)
  if (known === undefined) return judgeNew(work, op)
  return known.content_hash === op.content_hash ? known : refuseOtherContent(work, op)
}

function refuseOtherContent(work: Work, op: BatchOp): KnownOp {
  const { id, content_hash } = op
  const name = `${id}/${content_hash}`
  const before = work.conflicts.get(name)
  const occurred_at = before ?? timeOf(work, op).occurred_at
  const verdict = rejected('OP_ID_REUSED')
  if (before === undefined) {
    work.conflicts.set(name, occurred_at)
    const ruling = { occurred_at, flags: [], reason: 'ID_REUSED' } as const
    work.recorder.addConflict(op, { verdict, ...NO_EFFECTS }, ruling)
  }
  return { id, content_hash, ...verdict, flags: [], occurred_at }
}

function timeOf({ batch, timeline }: Work, op: BatchOp): ReturnType<typeof reckonIn> {
  return reckonIn(op, batch, op.seq === null ? undefined : timeline.previous(op.seq))
}

function judgeNew(work: Work, op: BatchOp): KnownOp | undefined {
  const { occurred_at, flags: clockFlags } = timeOf(work, op)
  const judgement = judgeContent(work, op, occurred_at)
  if (judgement === undefined) return undefined
  const recovered: VerdictFlag[] = work.batch.recovered ? ['RECOVERED'] : []
  const flags = [...clockFlags, ...recovered, ...(judgement.flags ?? [])]
  const { verdict } = judgement
  const reason = reviewReason(
    op.op?.kind,
    op.shown ?? NOTHING_SHOWN,
    verdict,
    flags,
    judgement.reason,
  )
  work.recorder.addOp(op, judgement, { occurred_at, flags, reason })
  const { id, seq, content_hash } = op
  const known: KnownOp = { id, content_hash, ...verdict, flags, occurred_at }
  work.known.set(id, known)
  if (seq !== null && verdict.code !== 'SEQ_REUSED') {
    work.owners.set(seq, id)
    if (op.at !== null) work.timeline.add(seq, occurred_at)
  }
  return known
}

const NOTHING_SHOWN = { status: 'pending', code: null } as const
const NO_EFFECTS = { effects: [] } as const

function judgeContent(
  work: Work,
  op: BatchOp,
  occurred_at: KnownOp['occurred_at'],
): Judgement | undefined {
  const { batch, world, author, store } = work
  if (op.seq !== null && work.owners.has(op.seq)) {
    return { verdict: rejected('SEQ_REUSED'), ...NO_EFFECTS }
  }
  if (op.op === undefined) return { verdict: rejected(op.flaw ?? 'OP_MALFORMED'), ...NO_EFFECTS }
  const checked = pinOf(work, op)
  const input: JudgeInput = {
    op: op.op,
    by: author,
    store,
    occurred_at,
    received_at: batch.received_at,
    token_hash: op.token_hash,
    ticket: ticketOf(work, op),
    pin: checked,
  }
  const judgement = judge(world, input)
  const looked = judgement.verdict.code === 'PIN_UNREADABLE'
  if (looked && checked === undefined) return undefined
  applyJudgement(world, input, judgement)
  return judgement
}

function ticketOf({ checks }: Work, op: BatchOp): JudgeInput['ticket'] {
  if (op.ticket === undefined) return undefined
  return { claim: op.ticket.claim, issuer_key: checks.tickets.get(op) ?? null }
}

/** `undefined` when nobody looked yet, or the person's PINs have changed since. */
function pinOf({ batch, facts, checks }: Work, op: BatchOp): JudgeInput['pin'] {
  if (op.op?.kind !== 'staff.sign_on') return undefined
  // Users need no PIN, so no key of theirs can seal one.
  if (batch.stream === undefined) return 'unreadable'
  const { staff_id } = op.op.data
  const person = facts.staff?.find(({ id }) => id === staff_id)
  const versions = (person?.pins ?? []).map(([version, replaced_at]) => ({ version, replaced_at }))
  const checked = checks.pins.get(op)
  return checked?.versions === pinVersions(versions) ? checked.pin : undefined
}
