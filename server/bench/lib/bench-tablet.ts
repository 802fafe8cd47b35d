import { createHash, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import {
  calculateJwkThumbprint,
  CompactEncrypt,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose'
import type { PushAnswer } from '@counterfoil/protocol'
import { signDeviceToken, tokenTimes } from '../../src/devices/device-token'
import { currentSealingKey } from '../../src/merchants/sealing-key'
import type { BenchServer } from './bench-server'
import { BENCH_PIN, type BenchShop, insertDevice } from './bench-shop'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const PUSH = '/api/v1/store/sync/push'
/** A proof serves again for as long as its nonce is fresh, so that the load costs little. */
const PROOF_MS = 120_000

export interface Op {
  readonly id: string
  readonly seq: number
  readonly [field: string]: unknown
}

/** A tablet as a load: keys and proofs are real, its queue is made up. */
export class BenchTablet {
  #seq = 0
  #nonce: string | undefined
  #proof: { readonly text: string; readonly until: number } | undefined
  #signOn: string | undefined

  private constructor(
    readonly server: BenchServer,
    readonly shop: BenchShop,
    readonly device_id: string,
    readonly token: string,
    readonly key: CryptoKey,
    readonly jwk: JWK,
  ) {}

  static async make(server: BenchServer, shop: BenchShop): Promise<BenchTablet> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(publicKey)
    const { deps } = server
    const [id, jti] = [deps.newId(), deps.newId()]
    const jkt = await calculateJwkThumbprint(jwk)
    await insertDevice(deps, shop, { id, jti, jkt })
    const { merchant_id, store_id } = shop
    const named = { merchant_id, store_id, device_id: id, jti }
    const token = await signDeviceToken(deps, named, tokenTimes(deps.now()))
    return new BenchTablet(server, shop, id, token, privateKey, jwk)
  }

  /** Signs the shop's person on; later stamps are done under it. */
  async signOn(): Promise<void> {
    const { deps } = this.server
    const id = deps.newId()
    const { staff_id, merchant_id } = this.shop
    const key = await currentSealingKey(deps.db, merchant_id)
    const plain = { pin: BENCH_PIN, op: id, device: this.device_id, staff: staff_id }
    const sealed_pin = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plain)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
      .encrypt(await importJWK(key, 'ECDH-ES'))
    const op = { ...this.#op('staff.sign_on', { staff_id, sealed_pin }), id }
    const answer = await this.push([op])
    if (answer.verdicts[0]?.status !== 'accepted') throw new Error('the sign-on was refused')
    this.#signOn = id
  }

  stamp(): Op {
    return this.#op('loyalty.stamp', { card_token: this.shop.draw() })
  }

  #op(kind: string, data: object): Op {
    this.#seq += 1
    return {
      id: this.server.deps.newId(),
      seq: this.#seq,
      kind,
      at: new Date().toISOString(),
      offset_ms: 0,
      ...(this.#signOn === undefined ? {} : { sign_on: this.#signOn }),
      shown: { status: 'accepted', code: null },
      data,
    }
  }

  /** @throws Error for anything but 200 */
  async push(ops: readonly Op[]): Promise<PushAnswer> {
    const sent_at = new Date().toISOString()
    const queue = { pending: ops.length, oldest_at: sent_at }
    const body = JSON.stringify({ sent_at, queue, ops })
    const first = await this.#send(body)
    const { status, text } = first.status === 401 ? await this.#send(body) : first
    if (status !== 200) throw new Error(`${status}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as PushAnswer
  }

  async #send(body: string): Promise<{ readonly status: number; readonly text: string }> {
    const headers = {
      authorization: `DPoP ${this.token}`,
      dpop: await this.#proofNow(),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'counterfoil-protocol': '1',
    }
    return new Promise((resolve, reject) => {
      const url = new URL(PUSH, this.server.origin)
      const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
        const nonce = incoming.headers['dpop-nonce']
        if (typeof nonce === 'string' && this.#nonce === undefined) this.#nonce = nonce
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: incoming.statusCode ?? 0, text })
        })
      })
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  async #proofNow(): Promise<string> {
    if (this.#proof !== undefined && this.#proof.until > Date.now()) return this.#proof.text
    const ath = createHash('sha256').update(this.token).digest('base64url')
    const nonce = this.#nonce === undefined ? {} : { nonce: this.#nonce }
    const claims = { htm: 'POST', htu: this.server.origin + PUSH, ath, jti: randomUUID(), ...nonce }
    const text = await new SignJWT({ ...claims, iat: 0 })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: this.jwk })
      .sign(this.key)
    if (this.#nonce !== undefined) this.#proof = { text, until: Date.now() + PROOF_MS }
    return text
  }
}
