import {
  type EpochMs,
  formatInstant,
  type Id,
  type Job,
  type OpBody,
  plus,
  type Shown,
} from '@counterfoil/domain'
import { ENDPOINTS, type PushAnswer, type PushEnvelope, type Role } from '@counterfoil/protocol'
import { CompactEncrypt, importJWK } from 'jose'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { signAccessToken } from '../auth/access-token'
import { currentSealingKey } from '../merchants/sealing-key'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import type { Sender } from './ingest/batch'
import { createIngest, type Ingest } from './ingest/ingest'

export const PIN = '730528'
export const WRONG_PIN = '941637'

export interface WireOp {
  readonly id: Id
  readonly seq?: number
  readonly kind: string
  readonly at: string
  readonly offset_ms: number | null
  readonly sign_on?: Id
  readonly shown: Shown
  readonly data: Readonly<Record<string, unknown>>
}

export interface OpExtras {
  readonly id?: Id
  readonly seq?: number
  readonly at?: EpochMs
  readonly offset_ms?: number | null
  readonly sign_on?: Id
  readonly shown?: Shown
}

/** A tablet that hands its batches straight to ingest; HTTP and proofs are tested elsewhere. */
export class IngestTablet {
  nextSeq = 1
  constructor(
    readonly shop: IngestShop,
    readonly sender: Extract<Sender, { type: 'device' }>,
  ) {}

  op(kind: string, data: WireOp['data'] = {}, extras: OpExtras = {}): WireOp {
    const { id = uuidv7(), seq = this.nextSeq++, at = this.shop.now(), offset_ms = 0 } = extras
    const { sign_on, shown = { status: 'accepted', code: null } } = extras
    const under = sign_on === undefined ? {} : { sign_on }
    return { id, seq, kind, at: formatInstant(at), offset_ms, ...under, shown, data }
  }

  stamp(card_token: string, extras: OpExtras & { count?: number } = {}): WireOp {
    const { count, ...rest } = extras
    const data = count === undefined ? { card_token } : { card_token, count }
    return this.op('loyalty.stamp' satisfies OpBody['kind'], data, rest)
  }

  async signOn(staff_id: Id, pin: string, extras: OpExtras = {}): Promise<WireOp> {
    const id = extras.id ?? uuidv7()
    const plain = { pin, op: id, device: this.sender.device_id, staff: staff_id }
    const sealed_pin = await this.shop.seal(plain)
    return this.op('staff.sign_on', { staff_id, sealed_pin }, { ...extras, id })
  }

  push(ops: readonly unknown[], more: Partial<PushEnvelope> = {}): Promise<PushAnswer> {
    const sent_at = formatInstant(this.shop.now())
    return this.shop.ingest(this.sender, { sent_at, ops: [...ops], ...more }, this.shop.now())
  }

  /** `accepted`, or the code of each refusal. */
  async outcomes(ops: readonly unknown[], more: Partial<PushEnvelope> = {}): Promise<string[]> {
    const { verdicts } = await this.push(ops, more)
    return verdicts.map(({ status, code }) => code ?? status)
  }
}

/** One merchant on a real database, ready to take operations. */
export class IngestShop {
  readonly ingest: Ingest
  constructor(
    readonly server: TestServer,
    readonly shop: TestShop,
  ) {
    this.ingest = createIngest(server.deps)
  }

  static async open(): Promise<IngestShop> {
    const server = await openTestServer()
    return new IngestShop(server, await server.shop('harbour'))
  }

  get merchant_id(): Id {
    return this.shop.merchant_id
  }

  now(): EpochMs {
    return this.server.deps.now()
  }

  /** The test's clock, moved by so many milliseconds. */
  at(ms: number): EpochMs {
    return plus(this.now(), ms)
  }

  async program(rules: Readonly<Record<string, unknown>> = {}): Promise<Id> {
    const body = { name: 'Coffee', pin_required: false, ...rules }
    const answer = await this.shop.call(ENDPOINTS.createProgram, { body })
    return answer.body.program.id
  }

  async card(program_id: Id): Promise<{ readonly id: Id; readonly token: string }> {
    const answer = await this.shop.call(ENDPOINTS.createCard, { body: { program_id } })
    return { id: answer.body.card.id, token: answer.body.token }
  }

  /** A card of a program that takes any number of stamps at any time. */
  async freeCard(): Promise<{ readonly id: Id; readonly token: string }> {
    return this.card(await this.program({ cooldown_minutes: 0, daily_limit: 1000 }))
  }

  async person(pin = PIN): Promise<Id> {
    const body = { name: 'Ada', personnel_number: uuidv7().slice(-12), pin }
    const answer = await this.shop.call(ENDPOINTS.createStaff, { body })
    return answer.body.staff.id
  }

  async tablet(jobs: readonly Job[] = ['loyalty'], label = 'Counter'): Promise<IngestTablet> {
    const body = { store_id: this.shop.store.id, label, jobs }
    const answer = await this.shop.call(ENDPOINTS.createDevice, { body })
    return new IngestTablet(this, {
      type: 'device',
      merchant_id: this.merchant_id,
      device_id: answer.body.device.id,
      incarnation: 1,
      jobs,
      store: { id: this.shop.store.id, time_zone: 'Europe/Luxembourg' },
      ip: null,
    })
  }

  async seal(plain: Readonly<Record<string, unknown>>): Promise<string> {
    const key = await currentSealingKey(this.server.deps.db, this.merchant_id)
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plain)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
      .encrypt(await importJWK(key, 'ECDH-ES'))
  }

  /** The account of its member with this role. */
  async member(role: Role = 'viewer'): Promise<Id> {
    const { account_id } = await this.server.deps.db
      .selectFrom('membership')
      .select('account_id')
      .where('merchant_id', '=', this.merchant_id)
      .where('role', '=', role)
      .executeTakeFirstOrThrow()
    return account_id
  }

  /** `Authorization` of one of its members. */
  async bearer(role?: Role): Promise<string> {
    const { deps } = this.server
    return `Bearer ${await signAccessToken(deps, await this.member(role), deps.now())}`
  }

  async stampsOn(card: Id): Promise<number> {
    return (await this.#held(card)).stamps
  }

  async pointsOn(card: Id): Promise<number> {
    return (await this.#held(card)).points
  }

  #held(card: Id): Promise<{ readonly stamps: number; readonly points: number }> {
    return this.server.deps.db
      .selectFrom('card')
      .select(['stamps', 'points'])
      .where('merchant_id', '=', this.merchant_id)
      .where('id', '=', card)
      .executeTakeFirstOrThrow()
  }

  async count(
    table: 'ledger_entry' | 'operation' | 'review' | 'operation_conflict',
  ): Promise<number> {
    const { n } = await this.server.deps.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('merchant_id', '=', this.merchant_id)
      .executeTakeFirstOrThrow()
    return n
  }

  /** Everything that ingest writes, as text. */
  async dump(): Promise<{ readonly rows: readonly unknown[] }> {
    return sql`
      select row_to_json(o)::text from operation o union all
      select row_to_json(c)::text from operation_conflict c union all
      select row_to_json(l)::text from ledger_entry l union all
      select row_to_json(f)::text from feed f`.execute(this.server.deps.db)
  }

  close(): Promise<void> {
    return this.server.close()
  }
}
