import { generateKeyPairSync } from 'node:crypto'
import type { Id } from '@counterfoil/domain'
import {
  idOf,
  jobsOf,
  performanceOf,
  programOf,
  rewardsOf,
  ticketOf,
  tokenOf,
  type Vector,
  type VectorFacts,
  type VectorTicket,
} from '@counterfoil/domain/vectors'
import { currentIssuerKey, insertIssuerKey, type SigningKey } from '../../door/issuer-key'
import { signTicket } from '../../door/sign-ticket'
import { makeNumber } from '../../loyalty/card-number'
import { preparePin, type PreparedPin } from '../../people/pin'
import { hashToken } from '../../qr/token'
import { optional } from '../ingest/sql-parts'
import type { IngestShop } from '../testing'

/** Hashing takes its time; each PIN is hashed once for all vectors. */
export type PinHashes = Map<string, Promise<PreparedPin>>

const DEFAULT_ZONE = 'Europe/Luxembourg'
const created_at = '2026-01-01T00:00:00.000Z'

/** The facts of one golden vector as rows of a real database. */
export class VectorPlace {
  readonly store: { readonly id: Id; readonly time_zone: string }
  /** Signed tokens, by name. */
  readonly #tickets = new Map<string, string>()

  /** @param scope keeps the names of vectors in one database apart */
  constructor(
    readonly shop: IngestShop,
    readonly vector: Vector,
    readonly scope: string,
  ) {
    this.store = { id: this.#id('store'), time_zone: vector.facts.time_zone ?? DEFAULT_ZONE }
  }

  #id(name: string): Id {
    return idOf(name, this.scope)
  }

  readonly naming = {
    id: (name: string) => this.#id(name),
    token: (name: string) => this.#tickets.get(name) ?? tokenOf(name, this.scope),
  }

  get #db() {
    return this.shop.server.deps.db
  }

  async seed(hashes: PinHashes): Promise<void> {
    const { merchant_id } = this.shop
    const { facts, ops } = this.vector
    const place = { ...this.store, code: `S-${this.store.id}`, name: 'Shop' }
    await this.#db
      .insertInto('store')
      .values({ merchant_id, ...place, created_at })
      .execute()
    const tablets = ops.flatMap(({ tablet = 'till', recovered_by = tablet }) => [
      tablet,
      recovered_by,
    ])
    for (const tablet of new Set(tablets)) await this.#seedTablet(tablet)
    await this.#seedLoyalty(facts)
    await this.#seedPeople(facts, hashes)
    await this.#seedDoor(facts)
  }

  async #seedTablet(label: string): Promise<void> {
    const { merchant_id } = this.shop
    const id = this.#id(label)
    const token = { jti: id, token_issued_at: created_at, token_expires_at: created_at }
    const row = { merchant_id, id, store_id: this.store.id, label, jobs: jobsOf(this.vector) }
    await this.#db
      .insertInto('device')
      .values({ ...row, ...token, pairing_expires_at: created_at, created_at })
      .execute()
  }

  async #seedLoyalty(facts: VectorFacts): Promise<void> {
    const { merchant_id } = this.shop
    const { programs = {}, cards = {} } = facts
    for (const [name, program] of Object.entries(programs)) {
      const row = { ...programOf(program, this.#id(name)), name, reward: 'Coffee', created_at }
      await this.#db
        .insertInto('program')
        .values({ merchant_id, ...row })
        .execute()
    }
    for (const reward of rewardsOf(facts, (name) => this.#id(name))) {
      await this.#db
        .insertInto('reward')
        .values({ merchant_id, ...reward, name: 'Coffee', created_at })
        .execute()
    }
    for (const [name, card] of Object.entries(cards)) {
      const id = this.#id(name)
      const stamps = card?.stamps ?? []
      const row = { merchant_id, id, program_id: this.#id(card?.program ?? ''), created_at }
      const status = card?.status === 'blocked' ? 'blocked' : 'active'
      const total = stamps.reduce((sum, { count }) => sum + count, 0)
      const token_hash = hashToken(tokenOf(name, this.scope))
      await this.#db
        .insertInto('card')
        .values({ ...row, status, token_hash, number: makeNumber(), stamps: total })
        .execute()
      for (const [n, { at, count }] of stamps.entries()) {
        const op_id = this.#id(`${name} ${n}`)
        await this.#db
          .insertInto('card_stamp')
          .values({ merchant_id, card_id: id, op_id, occurred_at: at, count })
          .execute()
      }
    }
  }

  async #seedPeople({ people = {} }: VectorFacts, hashes: PinHashes): Promise<void> {
    const { merchant_id } = this.shop
    for (const [name, person] of Object.entries(people)) {
      const id = this.#id(name)
      const row = { merchant_id, id, name, personnel_number: id, active: person?.active ?? true }
      await this.#db
        .insertInto('staff')
        .values({ ...row, created_at })
        .execute()
      const former = person?.former ?? []
      const present = person?.pin === undefined ? [] : [{ pin: person.pin, until: null }]
      for (const [n, { pin, until }] of [...former, ...present].entries()) {
        const hash = hashes.get(pin) ?? preparePin(this.shop.server.deps, pin)
        hashes.set(pin, hash)
        const key = { merchant_id, staff_id: id, version: n + 1 }
        await this.#db
          .insertInto('staff_pin')
          .values({ ...key, set_at: created_at, replaced_at: until, ...(await hash) })
          .execute()
      }
      for (const [n, { action, at }] of (person?.punches ?? []).entries()) {
        const op_id = this.#id(`${name} ${n}`)
        const punch = { merchant_id, staff_id: id, store_id: this.store.id, op_id, seq: null }
        await this.#db
          .insertInto('punch')
          .values({ ...punch, action: action === 'out' ? 'out' : 'in', occurred_at: at })
          .execute()
      }
    }
  }

  async #seedDoor({ performances = {}, tickets = {} }: VectorFacts): Promise<void> {
    const { merchant_id } = this.shop
    for (const [title, performance] of Object.entries(performances)) {
      const { opens_at, ...rules } = performanceOf(performance, this.#id(title))
      const times = { starts_at: created_at, created_at, time_zone: 'UTC' }
      const row = { ...rules, ...times, merchant_id, title }
      await this.#db
        .insertInto('performance')
        .values({ ...row, opens_at: optional(opens_at) })
        .execute()
    }
    for (const [name, ticket] of Object.entries(tickets)) {
      if (ticket === undefined) continue
      const token = await this.#signTicket(name, ticket)
      this.#tickets.set(name, token)
      if (ticket.listed === false) continue
      const token_hash = hashToken(ticket.replaced === true ? `${token} of before` : token)
      const fact = ticketOf(ticket, this.#id(name), { name: this.naming, token_hash })
      const issuer_key_id = (await this.#issuerKey()).id
      await this.#db
        .insertInto('ticket')
        .values({ ...fact, merchant_id, name, issuer_key_id, created_at })
        .execute()
    }
  }

  async #signTicket(name: string, ticket: VectorTicket): Promise<string> {
    const { performance, party_size = 1, forged = false } = ticket
    const key = await this.#issuerKey()
    const { privateKey } = generateKeyPairSync('ed25519')
    return signTicket(forged ? { id: key.id, private_key: privateKey } : key, {
      ticket_id: this.#id(name),
      performance_id: this.#id(performance),
      party_size,
    })
  }

  /** The merchant's own, made with the first ticket. */
  async #issuerKey(): Promise<SigningKey> {
    const { deps } = this.shop.server
    const { merchant_id } = this.shop
    return deps.db.transaction().execute(async (trx) => {
      const known = await currentIssuerKey(trx, deps.crypto, merchant_id)
      return known ?? (await insertIssuerKey(trx, deps, merchant_id, this.shop.now())).key
    })
  }
}
