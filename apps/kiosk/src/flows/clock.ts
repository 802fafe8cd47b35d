import {
  DEFAULT_SHEET_RULES,
  type Id,
  instantMs,
  type OpBody,
  ownClock,
  type PunchAction,
} from '@counterfoil/domain'
import { standingPunches } from '@counterfoil/sync'
import { getMeta } from '../db/database'
import type { SignedOn } from '../kiosk'
import type { OwnClock, PunchOutcome } from '../kiosk-clock'
import { commit } from './commit'
import { readFinal } from './stamp'
import { serverNow, type Tablet } from './tablet'

const BODY: { readonly [A in PunchAction]: OpBody<`clock.${A}`> } = {
  in: { kind: 'clock.in', data: {} },
  out: { kind: 'clock.out', data: {} },
  break_start: { kind: 'clock.break_start', data: {} },
  break_end: { kind: 'clock.break_end', data: {} },
}

/** Whose number it is. A number with letters or dashes is also known by its digits, if they are one person's. */
export async function findByNumber({ db }: Tablet, number: string): Promise<Id | null> {
  const wanted = number.trim()
  const staff = await db.staff.filter(({ active }) => active).toArray()
  const same = staff.find(({ personnel_number }) => personnel_number === wanted)
  if (same !== undefined) return same.id
  const alike = staff.filter(({ personnel_number }) => digitsOf(personnel_number) === wanted)
  return alike.length === 1 ? (alike[0]?.id ?? null) : null
}

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '')

/** A person's own time: what the server had heard of when this tablet last asked, and since here. */
export async function ownClockOf(tablet: Tablet, staffId: Id): Promise<OwnClock> {
  const { db } = tablet
  const [identity, rules = DEFAULT_SHEET_RULES, as_of = null, punches] = await Promise.all([
    getMeta(db, 'identity'),
    getMeta(db, 'sheet_rules'),
    getMeta(db, 'synced_at'),
    standingPunches(db, staffId),
  ])
  const { id: store_id = '', time_zone = 'UTC' } = identity?.store ?? {}
  const moments = punches.map(({ op_id, action, at, seq }) => ({
    op_id,
    action,
    at,
    seq,
    store_id,
  }))
  const place = { time_zone, zoneOf: () => time_zone, rules }
  return { ...ownClock(moments, place, serverNow(tablet)), as_of }
}

/** Writes a punch and says what came of it. */
export async function punch(
  tablet: Tablet,
  signedOn: SignedOn,
  action: PunchAction,
): Promise<PunchOutcome> {
  const uncertain = tablet.offset() === null
  const committed = await commit(tablet, {
    body: BODY[action],
    sign_on: signedOn.op_id,
    subject: signedOn.name,
  })
  if (committed.kind === 'not_saved') return committed
  const { row, verdict: final } = committed
  return {
    kind: 'punched',
    op_id: row.id,
    action,
    at: final === null ? row.local.occurred_at : instantMs(final.occurred_at),
    verdict: final === null ? row.local.verdict : readFinal(final),
    flags: final === null ? (row.local.flags ?? []) : final.flags,
    by: final === null ? 'tablet' : 'server',
    uncertain,
    own: await ownClockOf(tablet, signedOn.staff_id),
  }
}
