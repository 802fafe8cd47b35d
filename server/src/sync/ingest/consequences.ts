import type {
  Effect,
  EpochMs,
  Id,
  Judgement,
  JudgeInput,
  ReviewReason,
  VerdictFlag,
  World,
} from '@counterfoil/domain'
import type { EntryDraft } from '../ledger-chain'
import type { Batch, BatchOp } from './batch'
import type { Facts } from './facts'
import { type Subject, subjectOf } from './subject'

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

/** A card's stamp as it stands at the end of the batch. */
export interface StampState {
  readonly card_id: Id
  readonly occurred_at: EpochMs
  readonly count: number
  readonly voided: boolean
}

/** Everything that a batch brings about, gathered while it is folded, written at once. */
export interface Consequences {
  readonly store_id: Id
  readonly operations: readonly NewOperation[]
  readonly conflicts: readonly { readonly op: BatchOp; readonly occurred_at: EpochMs }[]
  readonly entries: readonly EntryDraft[]
  readonly reviews: readonly { readonly id: Id; op_id: Id; readonly reason: ReviewReason }[]
  /** By operation. */
  readonly stamps: ReadonlyMap<Id, StampState>
  /** Touched; the world has what they are now. */
  readonly sign_ons: ReadonlySet<Id>
  readonly counters: ReadonlyMap<Id, Id>
  readonly people: ReadonlySet<Id>
  readonly lost: readonly (readonly [from: number, to: number])[]
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
  const programs = new Map((facts.cards ?? []).map(({ id, program_id }) => [id, program_id]))
  const gathered = {
    store_id: store.id,
    operations: new Array<NewOperation>(),
    conflicts: new Array<Consequences['conflicts'][number]>(),
    entries: new Array<EntryDraft>(),
    reviews: new Array<Consequences['reviews'][number]>(),
    stamps: new Map<Id, StampState>(),
    sign_ons: new Set<Id>(),
    counters: new Map<Id, Id>(),
    people: new Set<Id>(),
    lost: new Array<readonly [number, number]>(),
  }
  const record = (op: BatchOp, judgement: Judgement, ruling: Ruling, subject: Subject): void => {
    gathered.entries.push(entryOf(context, op, judgement, ruling, subject))
    if (ruling.reason === undefined) return
    gathered.reviews.push({ id: newId(), op_id: op.id, reason: ruling.reason })
  }
  return {
    consequences: gathered,
    addOp: (op, judgement, ruling) => {
      const subject = subjectOf({ world, programs, batch }, op, judgement)
      gathered.operations.push({ op, judgement, subject, ...ruling })
      record(op, judgement, ruling, subject)
      for (const effect of judgement.effects) gather(gathered, world, op, effect)
    },
    addConflict: (op, judgement, ruling) => {
      gathered.conflicts.push({ op, occurred_at: ruling.occurred_at })
      record(op, judgement, ruling, subjectOf({ world, programs, batch }, op, undefined))
    },
  }
}

interface Gathered {
  readonly stamps: Map<Id, StampState>
  readonly sign_ons: Set<Id>
  readonly counters: Map<Id, Id>
  readonly people: Set<Id>
  readonly lost: (readonly [number, number])[]
}

function gather(into: Gathered, world: World, op: BatchOp, effect: Effect): void {
  switch (effect.type) {
    case 'stamp': {
      const { op_id, at, count } = effect.stamp
      const { card_id } = effect
      into.stamps.set(op_id, { card_id, occurred_at: at, count, voided: false })
      return
    }
    case 'stamp_voided': {
      const { op_id, card_id, count } = effect
      const occurred_at = world.targets.get(op_id)?.occurred_at
      if (occurred_at === undefined) throw new Error('an undone stamp has a target')
      into.stamps.set(op_id, { card_id, occurred_at, count, voided: true })
      return
    }
    case 'sign_on':
      return void into.sign_ons.add(effect.sign_on.op_id)
    case 'sign_off':
      return void into.sign_ons.add(effect.sign_on)
    case 'pin_counter':
      return void into.counters.set(effect.staff_id, effect.device_id)
    case 'person_pins':
      return void into.people.add(effect.staff_id)
    case 'seqs_lost':
      // What comes after the op that tells of it cannot have been lost.
      return void into.lost.push([effect.from_seq, Math.min(effect.to_seq, op.seq ?? 0)])
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
