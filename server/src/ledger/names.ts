import { type RawBuilder, sql } from 'kysely'

/**
 * Names for people to read beside ids, as they are at the time of asking. Joined to a row that has
 * `merchant_id`, `staff_id`, `device_id`, `store_id`, `card_id`, `performance_id`, `ticket_id` and
 * `user_id`.
 * @param facts the column that may name a reward
 */
export function nameJoins(facts: 'body' | 'data'): RawBuilder<unknown> {
  return sql`
  left join staff on staff.merchant_id = it.merchant_id and staff.id = it.staff_id
  left join device on device.merchant_id = it.merchant_id and device.id = it.device_id
  left join store on store.merchant_id = it.merchant_id and store.id = it.store_id
  left join card on card.merchant_id = it.merchant_id and card.id = it.card_id
  left join program on program.merchant_id = card.merchant_id and program.id = card.program_id
  left join reward on reward.merchant_id = it.merchant_id
    and reward.id = (${sql.ref(`it.${facts}`)}->>'reward_id')::uuid
  left join performance on performance.merchant_id = it.merchant_id
    and performance.id = it.performance_id
  left join ticket as named on named.merchant_id = it.merchant_id and named.id = it.ticket_id
  left join account on account.account_id = it.user_id`
}

export const NAME_COLUMNS = sql`
  staff.name as staff_name, device.label as device_label, store.name as store_name,
  program.name as program_name, card.number as card_number, account.name as user_name,
  reward.name as reward_name,
  performance.title as performance_title, named.name as ticket_name`

export interface NameRow {
  readonly staff_name: string | null
  readonly device_label: string | null
  readonly store_name: string | null
  readonly program_name: string | null
  readonly card_number: string | null
  readonly user_name: string | null
  readonly reward_name: string | null
  readonly performance_title: string | null
  readonly ticket_name: string | null
}

export function namesOf(row: NameRow): NameRow {
  const { staff_name, device_label, store_name, program_name, card_number, user_name } = row
  const { reward_name } = row
  const { performance_title, ticket_name } = row
  return {
    staff_name,
    device_label,
    store_name,
    program_name,
    card_number,
    user_name,
    reward_name,
    performance_title,
    ticket_name,
  }
}
