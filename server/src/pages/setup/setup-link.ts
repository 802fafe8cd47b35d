import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type EpochMs, HOUR } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Crypto } from '../../crypto/crypto'
import type { Database } from '../../db/schema'
import type { Deps } from '../../deps'

const LIFE = 24 * HOUR

/** Whether nobody has an account yet: only then a set-up link opens anything. */
export async function isUnclaimed(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select exists (select from account) as claimed
  `.execute(db)
  return rows[0]?.claimed === false
}

/** Made at each start; all of them die with the first account. */
export function setupLink({
  config,
  crypto,
  now,
}: Pick<Deps, 'config' | 'crypto' | 'now'>): string {
  const body = `${(now() + LIFE).toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${config.publicUrl}/setup?token=${body}.${macOf(crypto, body)}`
}

export function isSetupToken(crypto: Crypto, token: string, now: EpochMs): boolean {
  const [expires = '', nonce = '', mac = ''] = token.split('.')
  const genuine = Buffer.from(macOf(crypto, `${expires}.${nonce}`))
  const given = Buffer.from(mac)
  if (given.length !== genuine.length || !timingSafeEqual(given, genuine)) return false
  return Number.parseInt(expires, 36) > now
}

function macOf(crypto: Crypto, body: string): string {
  return createHmac('sha256', crypto.macKey('setup-link')).update(body).digest('base64url')
}
