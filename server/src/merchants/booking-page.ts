import type { Id } from '@counterfoil/domain'
import type { BookingPage } from '@counterfoil/protocol'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { nameKey } from '../db/name-key'
import { ProblemError } from '../problem-error'
import { type ChangeBy, change } from './change'

const MOST = 60

/** A name as part of an address: `Café Zoë & Co` is `cafe-zoe-co`; empty when nothing is left. */
function slugOf(name: string): string {
  const words = nameKey(name).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 47).replace(/-$/, '')
}

/** Part of the making of a merchant: its name, or with the end of its id where others have that. */
export async function insertBookingPage(
  trx: Transaction<Database>,
  merchantId: Id,
  name: string,
): Promise<void> {
  const slug = slugOf(name)
  const own = [slug, merchantId.slice(-12)].filter((part) => part !== '').join('-')
  const wanted = slug.length > 1 ? [slug, own] : [own]
  for (const one of wanted) if (await insert(trx, merchantId, one)) return
}

async function insert(trx: Transaction<Database>, merchant_id: Id, slug: string) {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('booking_page')
    .values({ slug: slug.slice(0, MOST), merchant_id })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function loadBookingPage(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  merchantId: Id,
): Promise<BookingPage> {
  const { slug } = await slugFor(db, merchantId)
  return { slug, url: `${config.publicUrl}/p/${slug}` }
}

async function slugFor(db: Kysely<Database>, merchantId: Id): Promise<{ readonly slug: string }> {
  return db
    .selectFrom('booking_page')
    .select('slug')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
}

/** @throws ProblemError `CONFLICT` for an address that somebody has */
export function updateBookingPage(by: ChangeBy, slug: string): Promise<BookingPage> {
  const { merchant_id } = by.caller
  return change(by, 'booking_page.update', ['settings'], async (trx) => {
    const { slug: before } = await slugFor(trx, merchant_id)
    if (slug !== before) {
      if (!(await insert(trx, merchant_id, slug))) throw inUse()
      await trx
        .deleteFrom('booking_page')
        .where('merchant_id', '=', merchant_id)
        .where('slug', '=', before)
        .execute()
    }
    const answer = { slug, url: `${by.deps.config.publicUrl}/p/${slug}` }
    return { answer, subject_id: null, detail: { slug, before }, feed: [] }
  })
}

function inUse(): ProblemError {
  return new ProblemError('CONFLICT', 'Somebody has this address already.', {
    errors: [{ pointer: '/slug', message: 'is in use', code: 'IN_USE' }],
  })
}

/** Whose programme is at an address. @param db across merchants */
export async function merchantAt(db: Kysely<Database>, slug: string): Promise<Id | undefined> {
  const row = await db
    .selectFrom('booking_page')
    .select('merchant_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.merchant_id
}
