import { type EpochMs, OWN_PUNCHES_KEPT, plus } from '@counterfoil/domain'
import { type RawBuilder, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Puller } from '../sync/puller'
import { CLOCK_DEFAULTS } from './clock-settings'

/**
 * JSON text of what an entrance tablet is told beside the page `kept` of a pull: how punches are
 * read, and whose punches changed with all of theirs that count, of the last fifteen days. Only of
 * people who punched at the tablet's own store in that time; of anybody else it learns that there is
 * nothing. `null` for whoever is no entrance tablet.
 */
export function clockNews(
  { merchant_id, clock_store_id }: Puller,
  now: EpochMs,
): RawBuilder<string | null> {
  if (clock_store_id === null) return sql`null::text`
  const since = moment(plus(now, -1 * OWN_PUNCHES_KEPT))
  const { round_minutes, round_coming, round_going, automatic_breaks } = CLOCK_DEFAULTS
  const usual = JSON.stringify({ round_minutes, round_coming, round_going, automatic_breaks })
  return sql`(select json_build_object(
      'rules', ${usual}::jsonb
        || (coalesce(m.clock, '{}') - '{phone_punches,review_phone_punches}'::text[]),
      'people', coalesce((
        select json_agg(json_build_object('staff_id', kept.id, 'punches', coalesce((
            select json_agg(json_build_object('op_id', p.op_id, 'punch', p.action,
                'at', to_char(p.occurred_at at time zone 'UTC', ${INSTANT}), 'seq', p.seq,
                'manual', p.source = 'manual') order by p.occurred_at, p.seq, p.op_id)
              from punch p
             where p.merchant_id = ${merchant_id} and p.staff_id = kept.id
               and p.occurred_at >= ${since} and not p.voided and not p.struck
               and exists (select from punch here
                 where here.merchant_id = ${merchant_id} and here.staff_id = kept.id
                   and here.occurred_at >= ${since}
                   and here.store_id = ${clock_store_id}::uuid)), '[]')))
          from kept where kept.entity = 'clock'), '[]'))::text
    from merchant m where m.merchant_id = ${merchant_id})`
}

/** As the wire writes times. */
const INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
