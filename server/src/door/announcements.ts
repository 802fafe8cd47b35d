import { type EpochMs, formatInstant, type Id, SECOND } from '@counterfoil/domain'
import type { Kysely, Transaction } from 'kysely'
import type { AnnouncementTable } from '../db/schema/announcement'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { type NewMail, queueMails } from '../mail/mail-outbox'
import { nextTryOfMany } from '../mail/retry'
import type { ChangeBy } from '../merchants/change'
import { guestLetter, loadMailedEvening } from './guest-letter'

type AnnouncerDeps = Pick<Deps, 'crypto' | 'db' | 'log' | 'newId' | 'now'>

/** Mails that are written by one transaction. */
const AT_ONCE = 200
const EVERY = 2 * SECOND

/**
 * Everybody who has seats, or was asked to confirm some, shall be told that a performance was called
 * off or takes place after all. One row, part of the transaction that is its reason: thousands of
 * letters would hold the merchant's lane.
 */
export async function announce(
  trx: Transaction<Database>,
  { deps, caller, now }: ChangeBy,
  performance_id: Id,
  kind: AnnouncementTable['kind'],
): Promise<void> {
  const row = { merchant_id: caller.merchant_id, id: deps.newId(), performance_id, kind }
  const at = formatInstant(now)
  await trx
    .insertInto('announcement')
    .values({ ...row, at })
    .execute()
}

/**
 * Puts the next letters of what was announced into the outbox. Letters and how far they have come
 * are one transaction under the announcement's lock: nobody is told twice, whichever node dies where.
 * What fails is tried again later, and others are told meanwhile.
 * @returns whether there was anything to do
 */
export async function writeAnnounced(deps: AnnouncerDeps): Promise<boolean> {
  const db = acrossMerchants(deps.db)
  let begun: Announced | undefined
  try {
    return await db.transaction().execute(async (trx) => {
      begun = await nextAnnouncement(trx, deps.now())
      if (begun !== undefined) await writeLetters(trx, deps, begun)
      return begun !== undefined
    })
  } catch (error) {
    if (begun === undefined) throw error
    await putOff(db, begun, deps.now())
    const { id: announcement, failures } = begun
    deps.log.warn({ err: error, announcement, failures: failures + 1 }, 'guests cannot be told')
    return true
  }
}

async function writeLetters(
  trx: Transaction<Database>,
  deps: AnnouncerDeps,
  told: Announced,
): Promise<void> {
  const { merchant_id, kind, at } = told
  const evening = await loadMailedEvening(trx, merchant_id, told.performance_id)
  const guests = await guestsAfter(trx, told)
  const mails: NewMail[] = []
  for (const guest of guests) {
    const letter = await guestLetter(evening, guest, { kind }, at, () => [])
    mails.push({ id: deps.newId(), merchant_id, ...letter })
  }
  if (mails.length > 0) await queueMails(trx, deps.crypto, mails, at)
  await goOn(trx, told, guests.length < AT_ONCE ? undefined : guests.at(-1))
}

/** Unless another node has written some of it meanwhile. */
async function putOff(db: Kysely<Database>, told: Announced, now: EpochMs): Promise<void> {
  const failures = told.failures + 1
  await db
    .updateTable('announcement')
    .set({ failures, next_at: formatInstant(nextTryOfMany(failures, now)) })
    .where('merchant_id', '=', told.merchant_id)
    .where('id', '=', told.id)
    .where('failures', '=', told.failures)
    .where('told_up_to', 'is not distinct from', told.told_up_to)
    .execute()
}

/** @param last of those who have been told; `undefined`: everybody has */
async function goOn(
  trx: Transaction<Database>,
  { merchant_id, id }: Announced,
  last: { readonly id: Id } | undefined,
): Promise<void> {
  if (last === undefined) {
    await trx
      .deleteFrom('announcement')
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return
  }
  await trx
    .updateTable('announcement')
    .set({ told_up_to: last.id, failures: 0, next_at: null })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute()
}

type Announced = NonNullable<Awaited<ReturnType<typeof nextAnnouncement>>>

/**
 * The oldest whose time has come; one that another node is writing is passed by. Of one performance
 * one after the other: "takes place after all" must not arrive before "called off".
 */
function nextAnnouncement(trx: Transaction<Database>, now: EpochMs) {
  return trx
    .selectFrom('announcement')
    .select(['merchant_id', 'id', 'performance_id', 'kind', 'told_up_to', 'at', 'failures'])
    .where((eb) => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', moment(now))]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('announcement as earlier')
            .select('earlier.id')
            .whereRef('earlier.merchant_id', '=', 'announcement.merchant_id')
            .whereRef('earlier.performance_id', '=', 'announcement.performance_id')
            .whereRef('earlier.id', '<', 'announcement.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(1)
    .forUpdate('announcement')
    .skipLocked()
    .executeTakeFirst()
}

function guestsAfter(trx: Transaction<Database>, told: Announced) {
  const { merchant_id, performance_id, told_up_to, at } = told
  return trx
    .selectFrom('reservation')
    .select(['id', 'name', 'language', 'party_size', 'email'])
    .where('merchant_id', '=', merchant_id)
    .where('performance_id', '=', performance_id)
    .where('email', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'confirmed'),
        eb.and([eb('status', '=', 'pending'), eb('expires_at', '>', moment(at))]),
      ]),
    )
    .$if(told_up_to !== null, (query) => query.where('id', '>', told_up_to ?? ''))
    .orderBy('id')
    .limit(AT_ONCE)
    .$narrowType<{ email: string }>()
    .execute()
}

/** Writes what was announced while the server runs. @returns a function that ends it */
export function announceRegularly(deps: AnnouncerDeps): () => Promise<void> {
  let running: Promise<void> | null = null
  const stop = new AbortController()
  const round = async (): Promise<void> => {
    while (!stop.signal.aborted && (await writeAnnounced(deps))) continue
  }
  const timer = setInterval(() => {
    running ??= round()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'guests cannot be told'))
      .finally(() => (running = null))
  }, EVERY)
  timer.unref()
  return async () => {
    stop.abort()
    clearInterval(timer)
    await running
  }
}
