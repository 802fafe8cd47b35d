import {
  composeClaim,
  composeToken,
  type EpochMs,
  formatInstant,
  type Id,
  keyHint,
  type OpBody,
} from '@counterfoil/domain'
import { beforeEach, describe, expect, test } from 'vitest'
import { crowdHere, readTicket } from './door'
import type { Draft } from './draft'
import { keepOp } from './keep-op'
import type { Identity, TicketRow } from './rows'
import { settle } from './settle'
import type { LocalTables } from './tables'
import { memoryTables } from '../testing/memory-tables'

const NOON = Date.parse('2026-11-20T12:00:00.000Z') as EpochMs
const id = (n: number): Id => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const [PERFORMANCE, TICKET, KEY] = [id(0xe0), id(0xe1), id(0xe2)]
const CLAIM = {
  key_hint: keyHint(KEY),
  ticket_id: TICKET,
  performance_id: PERFORMANCE,
  party_size: 2,
}
const TOKEN = composeToken(composeClaim(CLAIM), new Uint8Array(64).fill(7))
const HASH = 'hash of the token'
const IDENTITY: Identity = {
  state: 'paired',
  api_url: 'https://counterfoil.example/api/v1',
  device: { id: id(0xd), label: 'North door', jobs: ['door'] },
  store: { id: id(0x5), code: 'HARBOUR-1', name: 'Harbour', time_zone: 'Europe/Luxembourg' },
  merchant: { id: id(0x1), name: 'Harbour' },
  incarnation: 1,
  sealing_key: { kty: 'EC', crv: 'P-256', x: '', y: '', alg: 'ECDH-ES', use: 'enc', kid: '' },
  limits: { max_ops: 500, max_bytes: 1_000_000 },
}
const LISTED: TicketRow = {
  id: TICKET,
  token_hash: HASH,
  performance_id: PERFORMANCE,
  name: 'Nora',
  party_size: 2,
  status: 'confirmed',
  admitted: 0,
  inside: 0,
  first: null,
  recent: [],
}

let db: LocalTables
let ops: number
beforeEach(async () => {
  db = memoryTables()
  ops = 0
  await db.issuer_keys.put({ id: KEY, public_key: { kty: 'OKP', crv: 'Ed25519', x: 'x' } })
  const at = formatInstant(NOON)
  const evening = { title: 'Hamlet', starts_at: at, opens_at: null, capacity: 3, reentry: true }
  await db.performances.put({
    id: PERFORMANCE,
    ...evening,
    pin_required: false,
    active: true,
    inside: 1,
  })
})

const good = async () => true
const bad = async () => false

async function keep(body: OpBody, more: Partial<Draft> = {}) {
  ops += 1
  const at = (NOON + ops) as EpochMs
  const base = { id: id(ops), body, at, offset_ms: 0, sign_on: null, subject: null }
  return keepOp(db, IDENTITY, { ...base, ...more })
}

async function show(kind: 'ticket.admit' | 'ticket.exit', verify = good) {
  const ticket = await readTicket(db, TOKEN, HASH, verify)
  const data = { ticket_token: TOKEN, performance_id: PERFORMANCE }
  const { local, shown } = await keep(
    { kind, data },
    { token_hash: HASH, ...(ticket === undefined ? {} : { ticket }) },
  )
  return { code: local.verdict.code, detail: local.verdict.detail, shown: shown.status }
}

describe('R-102 on a tablet', () => {
  test('a listed ticket needs no signature, a genuine one no list, any other one both', async () => {
    expect(await show('ticket.admit', bad)).toMatchObject({ code: 'TICKET_FORGED' })
    expect(await show('ticket.admit', good)).toMatchObject({ code: null, shown: 'accepted' })
    await db.tickets.put(LISTED)
    expect(await show('ticket.admit', bad)).toMatchObject({ code: null })
  })

  test('a withdrawn key, or an earlier token of the ticket, lets nobody in', async () => {
    await db.tickets.put({ ...LISTED, token_hash: 'of the present token' })
    expect(await show('ticket.admit')).toMatchObject({ code: 'TICKET_REVOKED' })
    await db.issuer_keys.clear()
    expect(await show('ticket.admit')).toMatchObject({ code: 'TICKET_FORGED' })
  })
})

describe('R-105 to R-108 on a tablet', () => {
  test('what was done here counts at once, on top of what the server counted', async () => {
    expect(await show('ticket.admit')).toMatchObject({ detail: { inside: 2, admitted: 1 } })
    expect(await show('ticket.admit')).toMatchObject({ detail: { inside: 3, admitted: 2 } })
    expect(await show('ticket.admit')).toMatchObject({
      code: 'TICKET_ALREADY_ADMITTED',
      detail: { first: { at: formatInstant((NOON + 1) as EpochMs), device_label: 'North door' } },
    })
    const guests = { performance_id: PERFORMANCE, count: 1 }
    const full = await keep({ kind: 'ticket.walk_in', data: guests })
    expect(full.local.verdict).toMatchObject({ code: 'PERFORMANCE_FULL', detail: { inside: 3 } })
    const undo = await keep({ kind: 'op.void', data: { op_id: id(2), reason: '' } })
    expect(undo.local.verdict.code).toBeNull()
    expect(await show('ticket.admit')).toMatchObject({ detail: { inside: 3, admitted: 2 } })
  })

  test('what the pulled row holds already is counted once', async () => {
    await show('ticket.admit')
    const movement = {
      op_id: id(1),
      at: formatInstant(NOON),
      people: 1,
      device_label: 'North door',
    }
    const sums = { admitted: 1, inside: 1, first: { at: movement.at, device_label: null } }
    await db.tickets.put({ ...LISTED, ...sums, recent: [movement] })
    expect(await show('ticket.admit')).toMatchObject({ detail: { admitted: 2 } })
  })

  test('what the server refuses is taken back', async () => {
    const first = await show('ticket.admit')
    const verdict = { id: id(1), seq: 1, status: 'rejected', code: 'TICKET_REVOKED' } as const
    const more = { flags: [], detail: {}, occurred_at: formatInstant(NOON) }
    await settle(db, [{ ...verdict, ...more }], NOON, () => false)
    expect(await show('ticket.admit')).toEqual(first)
    expect(await db.notices.get(id(1))).toMatchObject({ verdict: { code: 'TICKET_REVOKED' } })
  })

  test('who goes out here may have gone in elsewhere: nothing is promised', async () => {
    await db.tickets.put(LISTED)
    expect(await show('ticket.exit')).toMatchObject({ code: 'TICKET_NOT_INSIDE', shown: 'pending' })
  })
})

describe('R-115: places leased to this door', () => {
  const walkIn = (count: number) =>
    keep({ kind: 'ticket.walk_in', data: { performance_id: PERFORMANCE, count } })

  async function lease(...leases: { device_id: Id; places: number }[]) {
    const row = await db.performances.get(PERFORMANCE)
    if (row === undefined) throw new Error('the performance is there')
    await db.performances.put({ ...row, capacity: 10, leases })
  }

  async function left() {
    const row = await db.performances.get(PERFORMANCE)
    return row === undefined ? undefined : (await crowdHere(db, row, IDENTITY.device.id)).leased
  }

  test('are used up by what is done here, however much room the house has', async () => {
    await lease({ device_id: IDENTITY.device.id, places: 2 })
    expect(await left()).toBe(2)
    expect((await walkIn(2)).local.verdict.status).toBe('accepted')
    expect(await left()).toBe(0)
    const { verdict } = (await walkIn(1)).local
    expect(verdict).toMatchObject({ code: 'PERFORMANCE_FULL', detail: { leased: 0 } })
  })

  test('of another door are left alone', async () => {
    await lease({ device_id: id(0xdd), places: 8 })
    expect(await left()).toBeNull()
    expect((await walkIn(1)).local.verdict.status).toBe('accepted')
    const { verdict } = (await walkIn(1)).local
    expect(verdict).toMatchObject({ code: 'PERFORMANCE_FULL', detail: { kept: 8 } })
  })
})
