import { type EpochMs, HOUR, MINUTE, plus } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { SESSION_IDLE } from '../auth/sessions.repository'
import { LONGEST_WINDOW } from '../auth/counted-tries'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { KEPT_FOR } from '../http/idempotency'

const MAILS_KEPT_FOR = 30 * 24 * HOUR

/** Deletes what has run out: sessions, counted sign-ins and tries, kept answers, typed pairing codes, mails sent long ago. @param db across merchants */
export async function sweep(db: Kysely<Database>, now: EpochMs): Promise<void> {
  await db
    .deleteFrom('session')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<', moment(now)),
        eb('last_seen_at', '<', moment(plus(now, -SESSION_IDLE))),
      ]),
    )
    .execute()
  const attempts = moment(plus(now, -1 * LONGEST_WINDOW))
  await db.deleteFrom('sign_in_attempt').where('at', '<', attempts).execute()
  const answers = moment(plus(now, -KEPT_FOR))
  await db.deleteFrom('idempotency').where('created_at', '<', answers).execute()
  const sessions = moment(plus(now, -1 * HOUR))
  await db.deleteFrom('phone_session').where('expires_at', '<', sessions).execute()
  const tries = moment(plus(now, -48 * HOUR))
  await db.deleteFrom('phone_attempt').where('tried_at', '<', tries).execute()
  const mails = moment(plus(now, -MAILS_KEPT_FOR))
  await db.deleteFrom('mail').where('status', '=', 'sent').where('sent_at', '<', mails).execute()
  // A day of grace: a code that ran out is answered as such, not as unknown.
  const codes = moment(plus(now, -24 * HOUR))
  await db.deleteFrom('pairing_code').where('expires_at', '<', codes).execute()
}

/** Sweeps now and then while the server runs. @returns a function that ends it */
export function sweepRegularly({ db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>): () => void {
  const timer = setInterval(() => {
    sweep(acrossMerchants(db), now()).catch((error: unknown) =>
      log.warn({ err: error }, 'sweep failed'),
    )
  }, 10 * MINUTE)
  timer.unref()
  return () => clearInterval(timer)
}
