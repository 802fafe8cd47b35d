import { createPublicKey, verify } from 'node:crypto'
import type { Id, TicketReading } from '@counterfoil/domain'
import { type LocalTables, readTicket, type VerifySignature } from '@counterfoil/sync'
import type { Deps } from '../../server/src/deps'
import { createPerformance } from '../../server/src/door/performance.repository'
import { issueTicket } from '../../server/src/door/ticket.repository'
import type { ChangeBy } from '../../server/src/merchants/change'
import { sha256 } from './seal'

export interface SimTicket {
  readonly id: Id
  readonly token: string
  readonly party_size: number
}

/** A house with fewer places than its tickets admit, and everything a door may be shown. */
export interface SimHouse {
  readonly performance_id: Id
  readonly capacity: number
  readonly reentry: boolean
  readonly tickets: readonly SimTicket[]
  /** A ticket with a bit flipped. */
  readonly forged: SimTicket
  /** What tablets may hear of beside the tickets. */
  readonly ids: readonly Id[]
}

const PARTIES = [1, 1, 2, 2, 3, 4]

export async function openHouse(
  by: ChangeBy,
  rules: Pick<SimHouse, 'capacity' | 'reentry'>,
): Promise<SimHouse> {
  const starts_at = new Date(by.now).toISOString()
  const windows = { booking_opens_at: null, booking_closes_at: null, listed: false, max_party: 9 }
  const { id: performance_id } = await createPerformance(by, {
    title: 'S',
    starts_at,
    opens_at: null,
    pin_required: false,
    show_id: null,
    venue_id: null,
    ...windows,
    ...rules,
  })
  const tickets: SimTicket[] = []
  for (const party_size of PARTIES) {
    const body = { performance_id, name: 'N', party_size, status: 'confirmed' } as const
    const { ticket, token } = await issueTicket(by, body)
    tickets.push({ id: ticket.id, token, party_size })
  }
  const ids = [performance_id, ...tickets.map(({ id }) => id), ...(await keysOf(by.deps.db))]
  return { ...rules, performance_id, tickets, forged: forge(tickets), ids }
}

/** Of the handle's one merchant. */
async function keysOf(db: Deps['db']): Promise<Id[]> {
  const keys = await db.selectFrom('issuer_key').select('id').execute()
  return keys.map(({ id }) => id)
}

/** The signature of another ticket. */
function forge([one, other]: readonly SimTicket[]): SimTicket {
  if (one === undefined || other === undefined) throw new Error('too few tickets')
  const [head, claim] = one.token.split('.')
  const token = [head, claim, other.token.split('.')[2]].join('.')
  return { id: one.id, token, party_size: one.party_size }
}

/** What a tablet sees when a ticket is held before it. */
export async function showTicket(
  tables: LocalTables,
  { token }: SimTicket,
): Promise<{ readonly token_hash: string; readonly ticket?: TicketReading }> {
  const token_hash = sha256(token)
  const ticket = await readTicket(tables, token, token_hash, isSigned)
  return ticket === undefined ? { token_hash } : { token_hash, ticket }
}

const isSigned: VerifySignature = async (jwk, { signed, signature }) => {
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return verify(null, Buffer.from(signed), key, signature)
}
