import type { Id, TargetFact, World } from '@counterfoil/domain'
import { sql } from 'kysely'
import { recentSince } from '../../../card-change'
import type { Batch } from '../../batch'
import { storable } from '../../clock'
import { type Feature, NOTHING_ASKED } from '../../feature'
import { ms, type Part, type Scope, when } from '../../sql-parts'
import { targetsOf } from '../undo'
import { type CardQuestion, cardQuestions } from './card-questions'
import { type LoyaltyFacts, moveFact, stampFact, type TargetCard } from './facts'

export const readLoyalty: Pick<Feature<LoyaltyFacts, never>, 'ask' | 'load'> = {
  ask: (batch, scope) => {
    const cards = cardQuestions(batch)
    const targets = targetsOf(batch)
    if (cards.length + targets.length === 0) return NOTHING_ASKED
    return {
      tables: cardTables(scope, cards, targets, batch),
      columns: [
        cardColumn(scope, targets),
        programColumn(scope),
        ...rewardColumns(scope, batch),
        ...when(targets, () => targetColumn(scope)),
      ],
    }
  },
  load: ({ cards, programs, rewards, target_cards }, world) => {
    for (const program of programs ?? []) world.programs.set(program.id, program)
    for (const reward of rewards ?? []) world.rewards.set(reward.id, reward)
    for (const card of cards ?? []) {
      const { stamps, moves } = world
      stamps.set(card.id, joined(stamps.get(card.id), (card.counting ?? []).map(stampFact)))
      // Where it is known already, batches before this one may have moved it on from what was read.
      world.cards.set(card.token_hash, world.cards.get(card.token_hash) ?? card)
      world.totals.set(card.id, world.totals.get(card.id) ?? card.stamps)
      world.points.set(card.id, world.points.get(card.id) ?? card.points)
      moves.set(card.id, joined(moves.get(card.id), (card.moving ?? []).map(moveFact)))
    }
    for (const card of target_cards ?? []) loadTarget(world, card)
  },
}

/** What several batches read of one card: each looked at a stretch of time of its own. */
function joined<T extends { readonly op_id: Id }>(known: readonly T[] | undefined, read: T[]): T[] {
  if (known === undefined) return read
  const ids = new Set(known.map(({ op_id }) => op_id))
  return [...known, ...read.filter(({ op_id }) => !ids.has(op_id))]
}

/** What a review accepted after all counts, and can be undone like any other. */
function loadTarget({ targets }: World, { op_id, card_id, stamp, movement }: TargetCard): void {
  const target = targets.get(op_id)
  const stored = stamp ?? movement
  if (target === undefined || stored === null) return
  const { voided } = stored
  const moved: TargetFact['moved'] =
    'count' in stored
      ? { type: 'stamps', card_id, count: stored.count }
      : { type: 'balance', card_id, points: stored.points, stamps: stored.stamps }
  targets.set(op_id, { ...target, status: 'accepted', voided, moved })
}

/** Cards by token or as what is to be undone, each looked up by itself, as operations are. */
function cardTables(
  { merchant }: Scope,
  cards: readonly CardQuestion[],
  targets: readonly Id[],
  { received_at }: Batch,
): Part[] {
  const recent = storable(recentSince(received_at))
  const hashes = cards.map(({ hash }) => hash)
  const columns = sql`id, place, token_hash, program_id, number, status, stamps, last_stamp_at,
    points`
  const cardBy = (key: Part) => sql`lateral (
        select id, ctid as place, token_hash, program_id, number, status, stamps, last_stamp_at,
          points from card where merchant_id = ${merchant} and ${key} limit 1) as c`
  const undone = sql`union all select c.*, null::timestamptz, null::timestamptz
        from (select distinct card_id as id from target) as t, ${cardBy(sql`card.id = t.id`)}
       where c.token_hash <> all(${hashes}::text[])`
  return [
    sql`found as materialized (
      select c.*, w."from", w.until
        from unnest(${hashes}::text[],
               ${cards.map(({ from }) => from)}::timestamptz[],
               ${cards.map(({ until }) => until)}::timestamptz[]) as w (hash, "from", until),
             ${cardBy(sql`token_hash = w.hash`)}
      ${targets.length === 0 ? sql`` : undone})`,
    sql`latest as (
      select max(occurred_at) + interval '26 hours' as until from
        (select occurred_at from known union all select occurred_at from owner
         union all select occurred_at from before) as earlier)`,
    sql`card_window as (
      select ${columns}, ${recent}::timestamptz as recent,
             least("from", ${recent}::timestamptz) as "from",
             greatest(until, (select until from latest)) as until
        from found)`,
  ]
}

function cardColumn({ merchant }: Scope, targets: readonly Id[]): Part {
  const untouched = sql`(select ${ms('max')} from (select max(occurred_at) from card_stamp s
      where s.merchant_id = ${merchant} and s.card_id = w.id and not voided
        and op_id <> all(${targets}::uuid[])) as latest)`
  return sql`(select json_agg(json_build_object('id', w.id, 'place', w.place, 'token_hash', w.token_hash,
            'program_id', w.program_id, 'number', w.number, 'status', w.status,
            'stamps', w.stamps, 'last_stamp_at', ${ms('w.last_stamp_at')},
            'last_untouched_at', ${targets.length === 0 ? sql`null` : untouched},
            'counting', (select json_agg(json_build_array(op_id, ${ms('occurred_at')}, count))
               from (select op_id, occurred_at, count from card_stamp s
                 where s.merchant_id = ${merchant} and s.card_id = w.id and not voided
                   and s.occurred_at >= w."from"
                   and (s.occurred_at <= w.until or s.occurred_at >= w.recent)
                 order by s.occurred_at) as s),
            'points', w.points, 'moving', (select json_agg(json_build_array(op_id,
                  ${ms('occurred_at')}, points, stamps))
               from (select op_id, occurred_at, points, stamps from card_movement m
                 where m.merchant_id = ${merchant} and m.card_id = w.id and not voided
                   and m.occurred_at >= w.recent
                 order by m.occurred_at) as m)))
          from card_window w) as cards`
}

function programColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'active', p.active,
            'stamps_required', p.stamps_required, 'cooldown_minutes', p.cooldown_minutes,
            'daily_limit', p.daily_limit, 'pin_required', p.pin_required,
            'points_per_unit', p.points_per_unit, 'min_amount_minor', p.min_amount_minor,
            'max_points_per_op', p.max_points_per_op, 'currency', p.currency))
          from program p where p.merchant_id = ${merchant}
           and p.id = any(array(select program_id from found))) as programs`
}

function rewardColumns({ merchant }: Scope, { ops }: Batch): readonly Part[] {
  const ids = ops.flatMap(({ op }) => (op?.kind === 'loyalty.redeem' ? [op.data.reward_id] : []))
  return when(
    ids,
    () => sql`(select json_agg(json_build_object('id', id, 'program_id', program_id,
        'active', active, 'cost', cost))
      from reward where merchant_id = ${merchant} and id = any(${ids}::uuid[])) as rewards`,
  )
}

function targetColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(json_build_object('op_id', t.id, 'card_id', t.card_id,
        'stamp', case when s.op_id is not null then json_build_object('count', s.count,
          'occurred_at', ${ms('s.occurred_at')}, 'voided', s.voided) end,
        'movement', case when m.op_id is not null then json_build_object('points', m.points,
          'stamps', m.stamps, 'occurred_at', ${ms('m.occurred_at')}, 'voided', m.voided) end))
      from target t
      left join card_stamp s on s.merchant_id = ${merchant}
        and s.card_id = t.card_id and s.op_id = t.id
      left join card_movement m on m.merchant_id = ${merchant}
        and m.card_id = t.card_id and m.op_id = t.id
     where t.card_id is not null) as target_cards`
}
