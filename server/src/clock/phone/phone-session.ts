import { randomBytes } from 'node:crypto'
import { type EpochMs, formatInstant, type Id, plus, SECOND } from '@counterfoil/domain'
import type { Kysely, Transaction } from 'kysely'
import { moment } from '../../db/moment'
import type { Database } from '../../db/schema'
import { forMerchant } from '../../db/wall/merchant-scope'
import type { Deps } from '../../deps'
import { networkOf } from '../../http/client-address'
import { hashToken } from '../../qr/token'
import { enterLane } from '../../sync/lane'
import { loadSettings } from '../../merchants/settings'
import { endSessions } from './end-sessions'
import { merchantOf, merchantToken } from './merchant-token'
import { auditPhone } from './phone-audit'
import type { PhoneCall } from './phone-call'
import { clearTries, countTry, hashNumber, type NumberAtPoster } from './phone-lock'
import { countOnPerson, findPerson, isLocked, pinIsRight } from './phone-person'
import type { OpenPoster } from './poster.query'

/** How long number and PIN are good for one deed. */
const SESSION_LIFE = 120 * SECOND
/** Anything else was never set as a PIN; nothing of it is compared, whoever it is. */
const POSSIBLE_PIN = /^[0-9]{4,8}$/

export interface PhoneSession {
  readonly id: Id
  readonly token: string
  readonly merchant_id: Id
  readonly staff_id: Id
  readonly name: string
  readonly merchant_name: string
  readonly store: OpenPoster['store']
  readonly db: Kysely<Database>
}

export type Begun =
  | { readonly outcome: 'begun'; readonly session: PhoneSession }
  /** The number or the PIN does not fit, or the person is locked: nobody is told which. */
  | { readonly outcome: 'refused' }
  /** This number at this poster, whether or not it is anybody's. */
  | { readonly outcome: 'locked'; readonly until: number }

/**
 * Number and PIN at a poster. Unknown number and wrong PIN get the same answer after the same work.
 * @throws ProblemError RATE_LIMITED
 */
export async function beginSession(
  deps: Deps,
  poster: OpenPoster,
  typed: { readonly number: string; readonly pin: string },
  call: PhoneCall,
): Promise<Begun> {
  const { db, merchant_id, store } = poster
  limitAddress(deps, call.ip)
  const number_hash = hashNumber(deps.crypto, merchant_id, typed.number)
  const at: NumberAtPoster = { merchant_id, store_id: store.id, number_hash }
  const about = { ...call, merchant_id, store_id: store.id }
  const settings = await loadSettings(db, merchant_id)
  const person = await findPerson(db, merchant_id, typed.number)
  const until = await db.transaction().execute(async (trx) => {
    await enterLane(trx, merchant_id)
    const lock = await countTry(trx, at, settings, call.now)
    if (lock !== undefined) await auditPhone(trx, deps, about, 'phone.locked', person)
    return lock
  })
  if (until !== undefined) return { outcome: 'locked', until }
  const locked = person !== undefined && (await isLocked(db, merchant_id, person.id, call.now))
  const tested = POSSIBLE_PIN.test(typed.pin)
  const right =
    tested && (await pinIsRight(deps, merchant_id, locked ? undefined : person, typed.pin))
  return db.transaction().execute(async (trx): Promise<Begun> => {
    await enterLane(trx, merchant_id)
    // Twenty wrong ones elsewhere may have locked the person meanwhile.
    const stillOpen =
      person !== undefined && !(await isLocked(trx, merchant_id, person.id, call.now))
    if (person === undefined || !right || !stillOpen) {
      if (person !== undefined && tested && stillOpen) {
        await countOnPerson(trx, merchant_id, person.id, settings, call.now)
      }
      await auditPhone(trx, deps, about, 'phone.refused', person)
      return { outcome: 'refused' }
    }
    await clearTries(trx, at)
    await auditPhone(trx, deps, about, 'phone.begin', person)
    const session = await putSession(trx, deps, poster, person, call)
    return { outcome: 'begun', session: { ...session, db } }
  })
}

/** Tries of one address within a minute; a shop's people share one when work begins. */
function limitAddress({ limits }: Deps, ip: string): void {
  limits.spend('phone', networkOf(ip))
}

/** One session a person: a second one ends the first. */
async function putSession(
  trx: Transaction<Database>,
  deps: Deps,
  { merchant_id, merchant_name, poster_id, store }: OpenPoster,
  person: { readonly id: Id; readonly name: string },
  { now }: PhoneCall,
): Promise<Omit<PhoneSession, 'db'>> {
  const token = merchantToken(merchant_id, randomBytes(16))
  const id = deps.newId()
  await endSessions(trx, merchant_id, { staff_id: person.id }, now)
  const names = { merchant_id, id, poster_id, store_id: store.id, staff_id: person.id }
  await trx
    .insertInto('phone_session')
    .values({
      ...names,
      token_hash: hashToken(token),
      begun_at: formatInstant(now),
      expires_at: formatInstant(plus(now, SESSION_LIFE)),
    })
    .execute()
  return { id, token, merchant_id, staff_id: person.id, name: person.name, merchant_name, store }
}

/**
 * Takes a session for one deed: from now on it is used. Only while it lives, its poster is the
 * store's present one, phones are switched on, and the person is still at work here. One that is
 * over but still kept is noted when it is tried.
 */
export async function useSession(
  deps: Pick<Deps, 'bus' | 'db' | 'limits' | 'newId'>,
  token: string,
  call: PhoneCall,
): Promise<PhoneSession | undefined> {
  deps.limits.spend('address', networkOf(call.ip))
  const merchant_id = merchantOf(token)
  if (merchant_id === undefined) return undefined
  const db = forMerchant(deps.db, merchant_id)
  const named = { merchant_id, token_hash: hashToken(token) }
  let noted = false
  const session = await db.transaction().execute(async (trx) => {
    const row = await findSession(trx, named, call.now)
    if (row?.clock.phone_punches !== true) {
      noted = await auditEnded(trx, deps, named, call)
      return undefined
    }
    await trx
      .updateTable('phone_session')
      .set({ used_at: formatInstant(call.now) })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', row.id)
      .execute()
    const { id, staff_id, name, merchant_name, store_id, store_name, time_zone } = row
    const store = { id: store_id, name: store_name, time_zone }
    return { id, token, merchant_id, staff_id, name, merchant_name, store, db }
  })
  if (noted) deps.bus.notify(merchant_id, ['audit'])
  return session
}

interface NamedSession {
  readonly merchant_id: Id
  readonly token_hash: string
}

/** A session that still is one, with what it opens; nobody else uses it until the end of `trx`. */
function findSession(
  trx: Transaction<Database>,
  { merchant_id, token_hash }: NamedSession,
  now: EpochMs,
) {
  return trx
    .selectFrom('phone_session as it')
    .innerJoin('poster', (join) =>
      join
        .onRef('poster.merchant_id', '=', 'it.merchant_id')
        .onRef('poster.store_id', '=', 'it.store_id')
        .onRef('poster.id', '=', 'it.poster_id'),
    )
    .innerJoin('store', (join) =>
      join.onRef('store.merchant_id', '=', 'it.merchant_id').onRef('store.id', '=', 'it.store_id'),
    )
    .innerJoin('staff', (join) =>
      join.onRef('staff.merchant_id', '=', 'it.merchant_id').onRef('staff.id', '=', 'it.staff_id'),
    )
    .innerJoin('merchant', 'merchant.merchant_id', 'it.merchant_id')
    .select(['it.id', 'it.staff_id', 'staff.name', 'merchant.clock', 'store.time_zone'])
    .select(['store.id as store_id', 'store.name as store_name'])
    .select('merchant.name as merchant_name')
    .where('it.merchant_id', '=', merchant_id)
    .where('it.token_hash', '=', token_hash)
    .where('it.used_at', 'is', null)
    .where('it.expires_at', '>', moment(now))
    .where('staff.active', '=', true)
    .forUpdate('it')
    .executeTakeFirst()
}

/** A page that was sent again, too late, or after something ended it. @returns if known */
async function auditEnded(
  trx: Transaction<Database>,
  deps: Pick<Deps, 'newId'>,
  { merchant_id, token_hash }: NamedSession,
  call: PhoneCall,
): Promise<boolean> {
  const over = await trx
    .selectFrom('phone_session as it')
    .innerJoin('staff', (join) =>
      join.onRef('staff.merchant_id', '=', 'it.merchant_id').onRef('staff.id', '=', 'it.staff_id'),
    )
    .select(['staff.id', 'staff.name', 'it.store_id'])
    .where('it.merchant_id', '=', merchant_id)
    .where('it.token_hash', '=', token_hash)
    .executeTakeFirst()
  if (over === undefined) return false
  const about = { ...call, merchant_id, store_id: over.store_id }
  await auditPhone(trx, deps, about, 'phone.ended', over)
  return true
}

/** Gives back a session whose deed could not be done for the moment: it may be tried again. */
export async function giveBack({ db, merchant_id, id }: PhoneSession): Promise<void> {
  await db
    .updateTable('phone_session')
    .set({ used_at: null })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute()
}
