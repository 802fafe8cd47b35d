import { createHash, randomBytes } from 'node:crypto'
import { type EpochMs, formatInstant, HOUR, MINUTE, plus } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import type { UserSession } from '../http/caller'

/** However much it is used, a session ends after this long. */
export const SESSION_LIFE = 30 * 24 * HOUR
/** A session that nobody used for this long has ended. */
export const SESSION_IDLE = 7 * 24 * HOUR
/** The last use is written at most this often. */
const TOUCH_AFTER = MINUTE

export interface NewSession {
  readonly account_id: string
  readonly now: EpochMs
  readonly ip: string
  readonly user_agent: string | null
}

/** @returns the token; only its hash is kept */
export async function startSession(db: Kysely<Database>, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      account_id: session.account_id,
      created_at: formatInstant(session.now),
      last_seen_at: formatInstant(session.now),
      expires_at: formatInstant(plus(session.now, SESSION_LIFE)),
      ip: session.ip,
      user_agent: session.user_agent?.slice(0, 300) ?? null,
    })
    .execute()
  return token
}

/** A living session of a cookie: whose, and what it is kept under. */
export interface FoundSession {
  readonly account_id: string
  readonly token_hash: string
}

/** The living session of a cookie, or `undefined`. Notes that it was used. */
export async function findSession(
  db: Kysely<Database>,
  token: string,
  now: EpochMs,
): Promise<FoundSession | undefined> {
  const token_hash = hashOf(token)
  const found = await livingSession(db, token_hash, now)
  if (found !== undefined && now - found.last_seen_at > TOUCH_AFTER) {
    await db
      .updateTable('session')
      .set({ last_seen_at: formatInstant(now) })
      .where('token_hash', '=', token_hash)
      .execute()
  }
  return found === undefined ? undefined : { account_id: found.account_id, token_hash }
}

/** Whether what a call rested on still holds. Being asked is no use of the session. */
export async function isLivingSession(
  db: Kysely<Database>,
  session: UserSession,
  now: EpochMs,
): Promise<boolean> {
  if (session.by === 'token') return now < session.expires_at
  return (await livingSession(db, session.token_hash, now)) !== undefined
}

function livingSession(db: Kysely<Database>, token_hash: string, now: EpochMs) {
  return db
    .selectFrom('session')
    .select(['account_id', 'last_seen_at'])
    .where('token_hash', '=', token_hash)
    .where('expires_at', '>', moment(now))
    .where('last_seen_at', '>', moment(plus(now, -SESSION_IDLE)))
    .executeTakeFirst()
}

/** @returns whose it was, if it was anybody's */
export async function endSession(db: Kysely<Database>, token: string): Promise<string | undefined> {
  const ended = await db
    .deleteFrom('session')
    .where('token_hash', '=', hashOf(token))
    .returning('account_id')
    .executeTakeFirst()
  return ended?.account_id
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
