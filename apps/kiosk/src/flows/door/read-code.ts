import {
  type Credential,
  type Id,
  instantMs,
  listedTicket,
  readCredential,
  readTicketToken,
} from '@counterfoil/domain'
import { partyHere, readTicket } from '@counterfoil/sync'
import type { KioskDb } from '../../db/database'
import type { PerformanceRow, TicketRow } from '../../db/rows'
import type { DoorCode, DoorTicket, Evening } from '../../door-desk'
import { sha256 } from '../../net/base64url'
import { findBadge, publicUrls } from '../identify'
import { verifySignature } from './verify'

const UNKNOWN: DoorCode = { kind: 'not_ours', what: 'unknown' }
const NOBODY = { admitted: 0, inside: 0 } as const

/** Reads a text in view at the door. Never throws: an unreadable replica knows nothing. */
export async function readDoorCode(db: KioskDb, text: string): Promise<DoorCode> {
  try {
    return await readCode(db, readCredential(text, await publicUrls(db)))
  } catch {
    return UNKNOWN
  }
}

async function readCode(db: KioskDb, credential: Credential): Promise<DoorCode> {
  switch (credential.kind) {
    case 'ticket':
      return { kind: 'ticket', ticket: await ticketOf(db, credential.token) }
    case 'badge': {
      const staff_id = await findBadge(db, credential.token)
      return staff_id === undefined ? { kind: 'badge_unknown' } : { kind: 'badge', staff_id }
    }
    case 'foreign':
    case 'poster':
    case 'pairing':
    case 'card':
      return { kind: 'not_ours', what: credential.kind }
    case 'unknown':
      return UNKNOWN
  }
}

async function ticketOf(db: KioskDb, token: string): Promise<DoorTicket> {
  const read = readTicketToken(token)
  if (read === undefined) {
    return { token, name: null, listed: false, party_size: 1, performance: null, ...NOBODY }
  }
  const { ticket_id, performance_id, party_size } = read.claim
  const row = await db.tickets.get(ticket_id)
  if (row !== undefined && (await isOurs(db, row, token))) return describeTicket(db, row, token)
  const performance = eveningOf(await db.performances.get(performance_id))
  return { token, name: null, listed: false, party_size, performance, ...NOBODY }
}

/** Its own token, or one that we signed before; whoever copies a number of the list learns nothing. */
async function isOurs(db: KioskDb, { token_hash }: TicketRow, token: string): Promise<boolean> {
  const hash = await sha256(token)
  if (hash === token_hash) return true
  return (await readTicket(db, token, hash, verifySignature))?.issuer_key != null
}

/** A ticket that was chosen by name: what stands for its token, which is not here. */
export async function chosenTicket(db: KioskDb, id: Id): Promise<DoorTicket | null> {
  const row = await db.tickets.get(id)
  return row === undefined ? null : describeTicket(db, row, listedTicket(id))
}

async function describeTicket(db: KioskDb, row: TicketRow, token: string): Promise<DoorTicket> {
  const { name, party_size, performance_id } = row
  const [performance, party] = await Promise.all([
    db.performances.get(performance_id),
    partyHere(db, row),
  ])
  return { token, name, listed: true, party_size, performance: eveningOf(performance), ...party }
}

function eveningOf(row: PerformanceRow | undefined): Evening | null {
  return row === undefined ? null : describeEvening(row)
}

export function describeEvening(row: PerformanceRow): Evening {
  const { id, title, capacity, reentry, pin_required, inside } = row
  return {
    id,
    title,
    starts_at: instantMs(row.starts_at),
    opens_at: row.opens_at === null ? null : instantMs(row.opens_at),
    capacity,
    reentry,
    pin_required,
    inside,
  }
}
