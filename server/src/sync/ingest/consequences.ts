import {
  type EffectData,
  type EffectTakers,
  type EpochMs,
  type Id,
  type Judgement,
  type JudgeInput,
  type ReviewReason,
  takeEffect,
  type VerdictFlag,
  type World,
} from '@counterfoil/domain'
import type { EntryDraft } from '../ledger-chain'
import type { Batch, BatchOp } from './batch'
import { type FeatureGatherings, type Facts, gatherFeatures } from './features'
import { NO_SUBJECT, type Subject } from './subject'

/** What stands beside a verdict. */
export interface Ruling {
  readonly occurred_at: EpochMs
  readonly flags: readonly VerdictFlag[]
  /** Why a person should look at it. */
  readonly reason: ReviewReason | undefined
}

export interface NewOperation extends Ruling {
  readonly op: BatchOp
  readonly judgement: Judgement
  readonly subject: Subject
}

/** Everything that a batch brings about, gathered while it is folded, written at once. */
export interface Consequences {
  readonly store_id: Id
  readonly operations: readonly NewOperation[]
  readonly conflicts: readonly { readonly op: BatchOp; readonly occurred_at: EpochMs }[]
  readonly entries: readonly EntryDraft[]
  readonly reviews: readonly { readonly id: Id; op_id: Id; readonly reason: ReviewReason }[]
  readonly lost: readonly (readonly [from: number, to: number])[]
  readonly features: FeatureGatherings['all']
}

export interface Recorder {
  readonly consequences: Consequences
  addOp(op: BatchOp, judgement: Judgement, ruling: Ruling): void
  addConflict(op: BatchOp, judgement: Judgement, ruling: Ruling): void
}

interface Context {
  readonly batch: Batch
  readonly facts: Facts
  readonly store: JudgeInput['store']
  readonly world: World
  readonly newId: () => Id
}

export function createRecorder(context: Context): Recorder {
  const { batch, facts, store, world, newId } = context
  const features = gatherFeatures({ batch, facts, world })
  const gathered = {
    store_id: store.id,
    operations: new Array<NewOperation>(),
    conflicts: new Array<Consequences['conflicts'][number]>(),
    entries: new Array<EntryDraft>(),
    reviews: new Array<Consequences['reviews'][number]>(),
    lost: new Array<readonly [number, number]>(),
    features: features.all,
  }
  const takers: EffectTakers<EffectData, [BatchOp]> = {
    ...features.takers,
    // What comes after the op that tells of it cannot have been lost.
    seqs_lost: ({ seq }, { from_seq, to_seq }) =>
      void gathered.lost.push([from_seq, Math.min(to_seq, seq ?? 0)]),
  }
  const subjectOf = (op: BatchOp, judgement: Judgement | undefined): Subject =>
    Object.assign({ ...NO_SUBJECT }, ...features.all.map((one) => one.subject(op, judgement)))
  const record = (op: BatchOp, judgement: Judgement, ruling: Ruling, subject: Subject): void => {
    gathered.entries.push(entryOf(context, op, judgement, ruling, subject))
    if (ruling.reason === undefined) return
    gathered.reviews.push({ id: newId(), op_id: op.id, reason: ruling.reason })
  }
  return {
    consequences: gathered,
    addOp: (op, judgement, ruling) => {
      const subject = subjectOf(op, judgement)
      gathered.operations.push({ op, judgement, subject, ...ruling })
      record(op, judgement, ruling, subject)
      for (const effect of judgement.effects) takeEffect(takers, [op], effect)
    },
    addConflict: (op, judgement, ruling) => {
      gathered.conflicts.push({ op, occurred_at: ruling.occurred_at })
      record(op, judgement, ruling, subjectOf(op, undefined))
    },
  }
}

function entryOf(
  { batch, store, newId }: Context,
  op: BatchOp,
  { verdict }: Judgement,
  { occurred_at, flags }: Ruling,
  subject: Subject,
): EntryDraft {
  const { sender, stream, received_at } = batch
  return {
    id: newId(),
    op_id: op.id,
    review_id: null,
    kind: op.kind,
    status: verdict.status,
    code: verdict.code,
    flags,
    occurred_at,
    recorded_at: received_at,
    store_id: store.id,
    device_id: stream?.device_id ?? null,
    user_id: sender.type === 'user' ? sender.account_id : null,
    ...subject,
  }
}
