import {
  type Credential,
  type Id,
  instantMs,
  listedTicket,
  readCredential,
  readTicketToken,
} from '@counterfoil/domain'
import { checkTicket, partyAfter } from '@counterfoil/sync'
import type { KioskDb } from '../../db/database'
import type { PerformanceRow, TicketRow } from '../../db/rows'
import type { DoorCode, DoorTicket, Evening } from '../../door-desk'
import { sha256 } from '../../net/base64url'
import { findBadge, publicUrls } from '../identify'
import { verifySignature } from './verify'

const UNKNOWN: DoorCode = { kind: 'not_ours', what: 'unknown' }
const NOBODY = { admitted: 0, inside: 0 } as const

/**
 * Reads a text in view at the door. Never throws: an unreadable replica knows nothing.
 * @param urls addresses whose codes are ours; empty before they were read
 */
export async function readDoorCode(
  db: KioskDb,
  urls: readonly string[],
  text: string,
): Promise<DoorCode> {
  try {
    const ours = urls.length === 0 ? await publicUrls(db) : urls
    return await readCode(db, readCredential(text, ours))
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
  const unlisted = { token, name: null, listed: false, ...NOBODY }
  if (read === undefined) return { ...unlisted, proof: null, party_size: 1, performance: null }
  const { ticket_id, performance_id, party_size } = read.claim
  const token_hash = await sha256(token)
  const { row, keys, ...known } = await lookUp(db, ticket_id, performance_id)
  const listed = row?.token_hash === token_hash
  const reading = await checkTicket(read, listed, keys, verifySignature)
  const proof = { token_hash, reading }
  // Its own token, or one that we signed before; whoever copies a number of the list learns nothing.
  const ours = listed || reading.issuer_key !== null
  return row !== undefined && ours
    ? describeTicket(row, token, proof, known)
    : { ...unlisted, proof, party_size, performance: known.performance }
}

/** All at once and in one transaction: a person waits, and each further one takes its time. */
function lookUp(db: KioskDb, ticketId: Id, performanceId: Id) {
  const tables = [db.tickets, db.performances, db.movements, db.issuer_keys]
  return db.transaction('r', tables, async () => {
    const [row, keys, evening, here] = await Promise.all([
      db.tickets.get(ticketId),
      db.allIssuerKeys(),
      db.performances.get(performanceId),
      db.movementsOn(ticketId),
    ])
    const party = row === undefined ? NOBODY : partyAfter(row, here)
    return { row, keys, party, performance: eveningOf(evening) }
  })
}

/** A ticket that was chosen by name: what stands for its token, which is not here. */
export async function chosenTicket(db: KioskDb, id: Id): Promise<DoorTicket | null> {
  const row = await db.tickets.get(id)
  if (row === undefined) return null
  const known = await lookUp(db, id, row.performance_id)
  return describeTicket(row, listedTicket(id), null, known)
}

function describeTicket(
  { name, party_size }: TicketRow,
  token: string,
  proof: DoorTicket['proof'],
  { performance, party }: Pick<Awaited<ReturnType<typeof lookUp>>, 'performance' | 'party'>,
): DoorTicket {
  return { token, name, listed: true, proof, party_size, performance, ...party }
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
