import { type EpochMs, formatInstant, MINUTE, plus } from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { recordAudit } from '../ledger/audit'
import { FIRST_LIFE, lifeBegan } from '../sync/life'
import { GATE } from './device-access'
import { dropCodes } from './pairing-code'
import type { ProvenToken } from './possession'

/** What a tablet tells of itself when it claims. */
export interface ClaimedBy {
  readonly app_version: string
  readonly platform: string
  readonly ip: string | null
}

/** The device row as a claim needs it, with the names that the answer gives. */
export async function findClaimed(db: Kysely<Database>, token: ProvenToken) {
  return db
    .selectFrom('device')
    .innerJoin('merchant', 'merchant.merchant_id', 'device.merchant_id')
    .innerJoin('store', (join) =>
      join
        .onRef('store.merchant_id', '=', 'device.merchant_id')
        .onRef('store.id', '=', 'device.store_id'),
    )
    .select([
      ...GATE,
      'device.label',
      'device.jobs',
      'device.incarnation',
      'merchant.name as merchant_name',
      'store.id as store_id',
      'store.code as store_code',
      'store.name as store_name',
      'store.time_zone',
    ])
    .where('device.merchant_id', '=', token.merchant_id)
    .where('device.id', '=', token.device_id)
    .executeTakeFirst()
}

/**
 * The next pairing's number. A row that a restore brought back may have had pairings since that
 * nobody remembers: its numbers go on from the restore's own.
 */
const NEXT_INCARNATION = sql<number>`greatest(
  case when claimed_at is null then incarnation else incarnation + 1 end,
  (select head.feed_epoch from merchant_head head where head.merchant_id = device.merchant_id
      and head.feed_epoch > ${sql.lit(FIRST_LIFE)}
      and device.created_at < ${lifeBegan(sql`head.feed_epoch`)}))`

/**
 * Binds the pairing to the key. Of any number of claims at once, one finds `jkt` empty.
 *
 * A row that was claimed before in an earlier pairing starts its next incarnation.
 * @returns whether this claim was the one
 */
export async function bindKey(
  trx: Transaction<Database>,
  token: ProvenToken,
  by: ClaimedBy,
  now: EpochMs,
): Promise<boolean> {
  const bound = await trx
    .updateTable('device')
    .set({
      jkt: token.jkt,
      incarnation: NEXT_INCARNATION,
      claimed_at: formatInstant(now),
      app_version: by.app_version,
      platform: by.platform,
      last_seen_at: formatInstant(now),
      last_ip: by.ip,
    })
    .where('merchant_id', '=', token.merchant_id)
    .where('id', '=', token.device_id)
    .where('jti', '=', token.jti)
    .where('jkt', 'is', null)
    .where('revoked_at', 'is', null)
    .where('pairing_expires_at', '>', moment(now))
    .executeTakeFirst()
  if (bound.numUpdatedRows === 0n) return false
  await dropCodes(trx, token.merchant_id, token.device_id)
  return true
}

/** Remembers, for the console, that another tablet tried; at most one record a minute. */
export async function noteRefusedClaim(
  trx: Transaction<Database>,
  token: ProvenToken,
  by: ClaimedBy & { readonly audit_id: string },
  now: EpochMs,
): Promise<void> {
  const noted = await trx
    .updateTable('device')
    .set({ refused_claim_at: formatInstant(now) })
    .where('merchant_id', '=', token.merchant_id)
    .where('id', '=', token.device_id)
    .where((where) =>
      where.or([
        where('refused_claim_at', 'is', null),
        where('refused_claim_at', '<=', moment(plus(now, -1 * MINUTE))),
      ]),
    )
    .executeTakeFirst()
  if (noted.numUpdatedRows === 0n) return
  await recordAudit(trx, {
    id: by.audit_id,
    merchant_id: token.merchant_id,
    at: now,
    account_id: null,
    action: 'device.claim_refused',
    subject_id: token.device_id,
    detail: { platform: by.platform, app_version: by.app_version },
    ip: by.ip,
  })
}
