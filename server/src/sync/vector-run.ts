import { type EpochMs, formatInstant, type Id, instantMs, plus } from '@counterfoil/domain'
import {
  dataOf,
  idOf,
  jobsOf,
  programOf,
  rewardsOf,
  tokenOf,
  type Vector,
  type VectorFacts,
  type VectorOp,
  type VectorState,
} from '@counterfoil/domain/vectors'
import { makeNumber } from '../loyalty/card-number'
import { preparePin, type PreparedPin } from '../people/pin'
import { hashToken } from '../qr/token'
import type { Sender } from './ingest/batch'
import type { IngestShop } from './testing'

/** Hashing takes its time; each PIN is hashed once for all vectors. */
export type PinHashes = Map<string, Promise<PreparedPin>>

interface Answer {
  readonly verdict: string
  readonly detail: unknown
  readonly flags: readonly string[]
  readonly occurred_at: string
}

const DEFAULT_ZONE = 'Europe/Luxembourg'

/** One golden vector on a real database: its facts as rows, its operations through ingest. */
export class VectorRun {
  readonly #seqs = new Map<string, number>()
  readonly #store: { readonly id: Id; readonly time_zone: string }
  /** What was handed in, to be handed in again. */
  readonly #sent: { readonly one: VectorOp; readonly op: object; readonly answer: Answer }[] = []

  constructor(
    readonly shop: IngestShop,
    readonly vector: Vector,
    readonly scope: string,
  ) {
    this.#store = { id: this.#id('store'), time_zone: vector.facts.time_zone ?? DEFAULT_ZONE }
  }

  #id(name: string): Id {
    return idOf(name, this.scope)
  }

  get #db() {
    return this.shop.server.deps.db
  }

  #pass(until: EpochMs): void {
    this.shop.server.pass(until - this.shop.now())
  }

  async seed(hashes: PinHashes): Promise<void> {
    const { merchant_id } = this.shop
    const { facts, ops } = this.vector
    const created_at = '2026-01-01T00:00:00.000Z'
    const place = { ...this.#store, code: `S-${this.#store.id}`, name: 'Shop' }
    await this.#db
      .insertInto('store')
      .values({ merchant_id, ...place, created_at })
      .execute()
    const tablets = ops.flatMap(({ tablet = 'till', recovered_by = tablet }) => [
      tablet,
      recovered_by,
    ])
    for (const tablet of new Set(tablets)) await this.#seedTablet(tablet, created_at)
    await this.#seedLoyalty(facts, created_at)
    await this.#seedPeople(facts, created_at, hashes)
  }

  async #seedTablet(label: string, created_at: string): Promise<void> {
    const { merchant_id } = this.shop
    const id = this.#id(label)
    const token = { jti: id, token_issued_at: created_at, token_expires_at: created_at }
    const row = { merchant_id, id, store_id: this.#store.id, label, jobs: jobsOf(this.vector) }
    await this.#db
      .insertInto('device')
      .values({ ...row, ...token, pairing_expires_at: created_at, created_at })
      .execute()
  }

  async #seedLoyalty(facts: VectorFacts, created_at: string): Promise<void> {
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

  async #seedPeople(
    { people = {} }: VectorFacts,
    created_at: string,
    hashes: PinHashes,
  ): Promise<void> {
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
        const punch = { merchant_id, staff_id: id, store_id: this.#store.id, op_id, seq: null }
        await this.#db
          .insertInto('punch')
          .values({ ...punch, action: action === 'out' ? 'out' : 'in', occurred_at: at })
          .execute()
      }
    }
  }

  /** Each operation is heard of at its own time, in a batch of its own. */
  async push(one: VectorOp, index: number): Promise<Answer> {
    const received = instantMs(one.received ?? one.at)
    const sent = one.sent ?? formatInstant(plus(received, -1 * (one.offset_ms ?? 0)))
    this.#pass(received)
    const op = await this.#wire(one, index)
    const answer = await this.#ingest(one, op, sent)
    this.#sent.push({ one, op, answer })
    return answer
  }

  /** What was handed in is handed in again, much later; the verdicts before and now. */
  async again(): Promise<{ readonly before: readonly Answer[]; readonly now: readonly Answer[] }> {
    this.#pass(plus(this.shop.now(), 40 * 24 * 3_600_000))
    const now: Answer[] = []
    for (const { one, op } of this.#sent.toReversed()) {
      now.push(await this.#ingest(one, op, formatInstant(this.shop.now())))
    }
    return { before: this.#sent.map(({ answer }) => answer), now: now.toReversed() }
  }

  async #ingest(one: VectorOp, op: object, sent_at: string): Promise<Answer> {
    const { tablet = 'till', recovered_by } = one
    const earlier = { recovered_from: { device_id: this.#id(tablet), incarnation: 1 } }
    const envelope = { sent_at, ops: [op], ...(recovered_by === undefined ? {} : earlier) }
    const answer = await this.shop.ingest(await this.#sender(one), envelope, this.shop.now())
    const [verdict] = answer.verdicts
    if (verdict === undefined) throw new Error('each operation has a verdict')
    const { code, detail, flags, occurred_at } = verdict
    return { verdict: code ?? 'accepted', detail, flags, occurred_at }
  }

  async #sender({ by, tablet = 'till', recovered_by = tablet }: VectorOp): Promise<Sender> {
    const { merchant_id } = this.shop
    const store = this.#store
    if (by === 'user') {
      return { type: 'user', merchant_id, store, account_id: await this.shop.member() }
    }
    const device = { device_id: this.#id(recovered_by), incarnation: 1 }
    return { type: 'device', merchant_id, store, ip: null, jobs: jobsOf(this.vector), ...device }
  }

  async #wire(one: VectorOp, index: number): Promise<object> {
    const { tablet = 'till', kind, at, offset_ms = 0 } = one
    const id = this.#id(one.id ?? `op ${index}`)
    const seq = one.seq ?? (this.#seqs.get(tablet) ?? 0) + 1
    if (one.by !== 'user') this.#seqs.set(tablet, seq)
    const token = (name: string) => tokenOf(name, this.scope)
    const data = dataOf(one, { id: (name) => this.#id(name), token })
    return {
      id,
      ...(one.by === 'user' ? {} : { seq }),
      kind,
      at,
      offset_ms,
      ...(one.sign_on === undefined ? {} : { sign_on: this.#id(one.sign_on) }),
      shown: { status: 'accepted', code: null },
      data: kind === 'staff.sign_on' ? { ...data, sealed_pin: await this.#seal(one, id) } : data,
    }
  }

  #seal({ pin, data, tablet = 'till' }: VectorOp, op: Id): Promise<string> | string {
    if (pin === null) return 'e30..x.x.x'
    const staff = this.#id(String(data['staff_id']))
    return this.shop.seal({ pin, op, device: this.#id(tablet), staff })
  }

  async state(): Promise<VectorState> {
    const { merchant_id } = this.shop
    const { cards = {}, people = {} } = this.vector.facts
    const totals: Record<string, number> = {}
    const points: Record<string, number> = {}
    for (const name of Object.keys(cards)) {
      totals[name] = await this.shop.stampsOn(this.#id(name))
      points[name] = await this.shop.pointsOn(this.#id(name))
    }
    const punches: Record<string, { action: string; at: string }[]> = {}
    for (const name of Object.keys(people)) {
      const rows = await this.#db
        .selectFrom('punch')
        .select(['action', 'occurred_at'])
        .where('merchant_id', '=', merchant_id)
        .where('staff_id', '=', this.#id(name))
        .where('voided', '=', false)
        .orderBy('occurred_at')
        .orderBy('seq')
        .execute()
      punches[name] = rows.map(({ action, occurred_at }) => ({
        action,
        at: formatInstant(occurred_at),
      }))
    }
    return { cards: totals, points, punches }
  }
}
