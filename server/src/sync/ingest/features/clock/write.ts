import {
  type ClockEffects,
  type EpochMs,
  type Id,
  type Judgement,
  type PunchAction,
  punchAction,
  type PunchSource,
  type World,
} from '@counterfoil/domain'
import { sql } from 'kysely'
import type { Batch, BatchOp } from '../../batch'
import { storable } from '../../clock'
import { clockMark } from '../../../feed'
import type { Folding, Gathering } from '../../feature'
import { found, json, type Part, type Rows, when } from '../../sql-parts'
import type { Subject } from '../../subject'
import type { ClockFacts } from './facts'

/** A punch as it stands at the end of the batch. */
interface PunchState {
  readonly staff_id: Id
  readonly store_id: Id
  readonly action: PunchAction
  readonly occurred_at: EpochMs
  readonly seq: number | null
  readonly voided: boolean
  readonly source: PunchSource
}

export function gatherClock({ batch, world }: Folding<ClockFacts>): Gathering<keyof ClockEffects> {
  const punches = new Map<Id, PunchState>()
  const keep = (
    op_id: Id,
    staff_id: Id,
    seq: number | null,
    voided: boolean,
    badge = false,
  ): void => {
    const { kind, store_id, occurred_at } = found(world.targets.get(op_id))
    const action = found(punchAction(kind))
    const source = sourceOf(batch, badge)
    punches.set(op_id, { staff_id, store_id, action, occurred_at, seq, voided, source })
  }
  return {
    takers: {
      punch: ({ op }, { staff_id, punch }) =>
        keep(punch.op_id, staff_id, punch.seq, false, byBadge(world, op)),
      punch_voided: (_, { staff_id, op_id }) =>
        keep(op_id, staff_id, punches.get(op_id)?.seq ?? null, true),
    },
    subject: (op, judgement) => ({
      ...undoneBy(world, op),
      ...toldBy(batch, world, op, judgement),
    }),
    write: ({ merchant }) => ({
      parts: upsertPunches(merchant, punchRows(punches)),
      changes: [...new Set([...punches.values()].map(({ staff_id }) => staff_id))].map(clockMark),
      topics: punches.size === 0 ? [] : ['clock'],
    }),
  }
}

/** How a punch was made. */
function sourceOf({ sender }: Batch, badge: boolean): PunchSource {
  if (sender.type === 'phone') return 'phone'
  return badge ? 'badge' : 'tablet'
}

/** Whether the person was known by a badge when they signed on for it. */
function byBadge(world: World, op: BatchOp['op']): boolean {
  return op?.sign_on !== undefined && world.sign_ons.get(op.sign_on)?.badge === true
}

/** Whose punch it is on a phone, how it was made, and what keeps it from counting. */
function toldBy(
  batch: Batch,
  world: World,
  { op }: BatchOp,
  judgement: Judgement | undefined,
): Partial<Subject> {
  if (op === undefined || punchAction(op.kind) === undefined) return {}
  const { sender } = batch
  const source = sourceOf(batch, byBadge(world, op))
  return {
    ...(sender.type === 'phone' ? { staff_id: sender.staff_id } : {}),
    ...(source === 'tablet' ? {} : { source }),
    ...(judgement?.held_by === undefined ? {} : { period_id: judgement.held_by }),
  }
}

/** An undo at the console is about the person whose punch it takes back. */
function undoneBy({ targets }: World, { op }: BatchOp): { staff_id?: Id } {
  if (op?.kind !== 'op.void' || op.sign_on !== undefined) return {}
  const moved = targets.get(op.data.op_id)?.moved
  return moved?.type === 'punch' ? { staff_id: moved.staff_id } : {}
}

function punchRows(punches: ReadonlyMap<Id, PunchState>): Rows {
  return [...punches].map(([op_id, punch]) => {
    const { staff_id, store_id, action, seq, voided, source } = punch
    const occurred_at = storable(punch.occurred_at)
    return { op_id, staff_id, store_id, action, occurred_at, seq, voided, source }
  })
}

function upsertPunches(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into punch (merchant_id, op_id, staff_id, store_id, action, occurred_at, seq, voided, source)
    select ${merchant}, op_id, staff_id, store_id, action, occurred_at, seq, voided, source
    from jsonb_to_recordset(${json(rows)}) as r (op_id uuid, staff_id uuid, store_id uuid,
      action text, occurred_at timestamptz, seq bigint, voided boolean, source text)
    on conflict (merchant_id, op_id) do update set voided = excluded.voided`,
  )
}
