import { type EpochMs, formatInstant, type Id, instantMs, plus } from '@counterfoil/domain'
import {
  dataOf,
  jobsOf,
  type Vector,
  type VectorOp,
  type VectorState,
} from '@counterfoil/domain/vectors'
import type { Sender } from '../ingest/batch'
import type { IngestShop } from '../testing'
import { type PinHashes, VectorPlace } from './vector-place'
import { readState } from './vector-state'

interface Answer {
  readonly verdict: string
  readonly detail: unknown
  readonly flags: readonly string[]
  readonly occurred_at: string
}

/** One golden vector on a real database: its operations go through ingest. */
export class VectorRun {
  readonly #place: VectorPlace
  readonly #seqs = new Map<string, number>()
  /** What was handed in, to be handed in again. */
  readonly #sent: { readonly one: VectorOp; readonly op: object; readonly answer: Answer }[] = []

  constructor(
    readonly shop: IngestShop,
    readonly vector: Vector,
    scope: string,
  ) {
    this.#place = new VectorPlace(shop, vector, scope)
  }

  seed(hashes: PinHashes): Promise<void> {
    return this.#place.seed(hashes)
  }

  state(): Promise<VectorState> {
    return readState(this.shop, this.vector, this.#place.naming)
  }

  #id(name: string): Id {
    return this.#place.naming.id(name)
  }

  #pass(until: EpochMs): void {
    this.shop.server.pass(until - this.shop.now())
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
    const { store } = this.#place
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
    const data = dataOf(one, this.#place.naming)
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
}
