import { type EpochMs, formatInstant, type Id, plus, SECOND, type Shown } from '@counterfoil/domain'
import type { SealingKey } from '@counterfoil/protocol'
import { CompactEncrypt, type CryptoKey, importJWK } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import type { Sender } from '../sync/ingest/batch'
import type { Ingest } from '../sync/ingest/ingest'
import type { Purchases } from './purchases'
import { type DemoPunch, SIGN_ON_BEFORE } from './shifts'
import type { Rush } from './visits'

/** People and cards of a merchant, as a tablet at the counter has them before it. */
export interface Counter {
  readonly people: readonly { readonly id: Id; readonly pin: string }[]
  /** Of cards for stamps. */
  readonly card_tokens: readonly string[]
  readonly purchases: Purchases
  readonly sealing_key: SealingKey
}

/** A tablet of the demo: says what happened the way a real one does, and through the same door. */
export class DemoTablet {
  #seq = 0
  #key: CryptoKey | Uint8Array | undefined

  constructor(
    readonly sender: Extract<Sender, { type: 'device' }>,
    readonly counter: Counter,
    readonly ingest: Ingest,
  ) {}

  /** Hands in rushes as one batch that the server gets at `receivedAt`. */
  async push(rushes: readonly Rush[], receivedAt: EpochMs): Promise<void> {
    const ops: object[] = []
    for (const rush of rushes) ops.push(...(await this.#opsOf(rush)))
    await this.#send(ops, receivedAt)
  }

  /** Hands in what people told the clock, each under a sign-on of its own. */
  async punch(punches: readonly DemoPunch[], receivedAt: EpochMs): Promise<void> {
    const ops: object[] = []
    for (const { person: place, action, at } of punches) {
      const person = this.counter.people[place]
      if (person === undefined) continue
      const before = plus(at, -1 * SIGN_ON_BEFORE)
      const id = idAt(before)
      const data = { staff_id: person.id, sealed_pin: await this.#seal(id, person, false) }
      ops.push(this.#op(id, 'staff.sign_on', before, data))
      ops.push(this.#op(idAt(at), `clock.${action}`, at, {}, { sign_on: id }))
    }
    await this.#send(ops, receivedAt)
  }

  async #send(ops: readonly object[], receivedAt: EpochMs): Promise<void> {
    const sent_at = formatInstant(plus(receivedAt, -120))
    const health = {
      app_version: '0.1.0',
      storage_persisted: true,
      storage_used_bytes: 1_400_000 + this.#seq * 350,
      storage_quota_bytes: 2_000_000_000,
      parked: 0,
    }
    const queue = { pending: 0, oldest_at: null }
    await this.ingest(this.sender, { sent_at, queue, health, ops: [...ops] }, receivedAt)
  }

  async #opsOf(rush: Rush): Promise<object[]> {
    const person = this.counter.people[rush.person]
    if (person === undefined) return []
    const id = idAt(rush.at)
    const sealed_pin = await this.#seal(id, person, rush.wrong_pin)
    const data = { staff_id: person.id, sealed_pin }
    const ops: object[] = [this.#op(id, 'staff.sign_on', rush.at, data)]
    if (!rush.wrong_pin) {
      const deeds = this.counter.purchases(rush.at)
      ops.push(
        ...deeds.map(({ kind, at, data }) => this.#op(idAt(at), kind, at, data, { sign_on: id })),
      )
    }
    for (const { card, at, shown, undone } of rush.visits) {
      const stamp = idAt(at)
      const card_token = this.counter.card_tokens[card] ?? ''
      ops.push(this.#op(stamp, 'loyalty.stamp', at, { card_token }, { sign_on: id, shown }))
      if (!undone) continue
      const later = plus(at, 4 * SECOND)
      const reason = 'Wrong card'
      ops.push(this.#op(idAt(later), 'op.void', later, { op_id: stamp, reason }, { sign_on: id }))
    }
    return ops
  }

  #op(
    id: Id,
    kind: string,
    at: EpochMs,
    data: object,
    more: { readonly sign_on?: Id; readonly shown?: Shown } = {},
  ): object {
    this.#seq += 1
    const shown = { status: 'accepted', code: null }
    return { id, seq: this.#seq, kind, at: formatInstant(at), offset_ms: 0, shown, data, ...more }
  }

  async #seal(
    op: Id,
    { id, pin }: { readonly id: Id; readonly pin: string },
    wrong: boolean,
  ): Promise<string> {
    const { sealing_key } = this.counter
    this.#key ??= await importJWK({ ...sealing_key }, 'ECDH-ES')
    const typed = wrong ? String((Number(pin) + 1) % 10 ** 6).padStart(6, '0') : pin
    const plain = { pin: typed, op, device: this.sender.device_id, staff: id }
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plain)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: sealing_key.kid })
      .encrypt(this.#key)
  }
}

/** Made when it happened, as a tablet would have. */
function idAt(at: EpochMs): Id {
  return uuidv7({ msecs: at })
}
