import { type EpochMs, pinKey, type World } from '@counterfoil/domain'
import { cardChange } from '../card-change'
import type { FeedChange } from '../feed'
import type { Batch } from './batch'
import { storable } from './clock'
import type { Consequences, NewOperation } from './consequences'
import type { CardFacts, Facts } from './facts'

/** Rows as `jsonb_to_recordset` reads them: one object a row, times as text. */
export type Rows = readonly Readonly<Record<string, unknown>>[]

export function operationRow({ op, judgement, subject, ...ruling }: NewOperation): Rows[number] {
  const { id, content_hash, seq, kind, at, offset_ms, shown, data } = op
  const { status, code, detail } = judgement.verdict
  const { staff_id, card_id } = subject
  return {
    id,
    content_hash,
    seq,
    kind,
    at,
    offset_ms,
    sign_on: op.op?.sign_on ?? null,
    shown,
    data,
    staff_id,
    card_id,
    occurred_at: storable(ruling.occurred_at),
    status,
    code,
    flags: ruling.flags,
    detail,
  }
}

export function conflictRow({ op, occurred_at }: Consequences['conflicts'][number]): Rows[number] {
  const { id, content_hash, seq, data } = op
  return { op_id: id, content_hash, seq, data, occurred_at: storable(occurred_at) }
}

export function stampRows({ stamps }: Consequences): Rows {
  return [...stamps].map(([op_id, { card_id, occurred_at, count, voided }]) => ({
    card_id,
    op_id,
    occurred_at: storable(occurred_at),
    count,
    voided,
  }))
}

export function signOnRows({ sign_ons }: Consequences, world: World): Rows {
  return [...sign_ons].map((id) => {
    const signOn = found(world.sign_ons.get(id))
    const { op_id, device_id, staff_id, accepted, ended_at } = signOn
    const occurred_at = storable(signOn.occurred_at)
    return { op_id, device_id, staff_id, occurred_at, accepted, ended_at: optional(ended_at) }
  })
}

export function counterRows({ counters }: Consequences, world: World): Rows {
  return [...counters].map(([staff_id, device_id]) => {
    const { wrong, locked_until } = found(world.pin_counters.get(pinKey(device_id, staff_id)))
    return { staff_id, device_id, wrong, locked_until: optional(locked_until) }
  })
}

export function personRows({ people }: Consequences, world: World): Rows {
  return [...people].map((staff_id) => {
    const { failures, locked_until: lock } = found(world.person_pins.get(staff_id))
    return {
      staff_id,
      failures,
      locked_until_occurred: optional(lock?.occurred ?? null),
      locked_until_received: optional(lock?.received ?? null),
    }
  })
}

export interface CardRows {
  readonly rows: Rows
  readonly changes: readonly FeedChange[]
}

/** Cards on which stamps moved: what they hold now, and what tablets are told. */
export function cardRows(
  { stamps }: Consequences,
  { world, facts, batch }: { world: World; facts: Facts; batch: Batch },
): CardRows {
  const touched = new Set([...stamps.values()].map(({ card_id }) => card_id))
  const cards = (facts.cards ?? []).filter(({ id }) => touched.has(id))
  return {
    rows: cards.map((card) => ({
      id: card.id,
      stamps: found(world.totals.get(card.id)),
      last_stamp_at: optional(lastStampAt(card, stamps, world, facts)),
    })),
    changes: cards.map((card) =>
      cardChange(
        { ...card, stamps: found(world.totals.get(card.id)) },
        world.stamps.get(card.id) ?? [],
        batch.received_at,
      ),
    ),
  }
}

/** The latest stamp that still counts, of those in the batch, near it, and elsewhere. */
function lastStampAt(
  card: CardFacts,
  stamps: Consequences['stamps'],
  world: World,
  { targets }: Facts,
): EpochMs | null {
  const undone = [...stamps.values()].some(({ card_id, voided }) => voided && card_id === card.id)
  const standing = (targets ?? []).filter(
    ({ op_id, card_id, stamp }) =>
      card_id === card.id && stamp?.voided === false && stamps.get(op_id)?.voided !== true,
  )
  const times = [
    ...(world.stamps.get(card.id) ?? []).map(({ at }) => at),
    ...standing.map(({ occurred_at }) => occurred_at),
    ...[undone ? card.last_untouched_at : card.last_stamp_at].filter((at) => at !== null),
  ]
  return times.reduce<EpochMs | null>((a, b) => (a === null || b > a ? b : a), null)
}

function optional(at: EpochMs | null): string | null {
  return at === null ? null : storable(at)
}

/** @throws Error when the world lacks what the batch itself put there */
function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('an effect left nothing behind')
  return thing
}
