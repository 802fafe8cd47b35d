import { createHash, randomUUID } from 'node:crypto'
import { type ClaimAnswer, ENDPOINTS } from '@counterfoil/protocol'
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  SignJWT,
} from 'jose'
import type { Answer, TestServer, TestShop } from '../merchants/testing'

export interface TestKey {
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
  readonly jkt: string
}

export async function makeKey(): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  return { privateKey, publicJwk, jkt: await calculateJwkThumbprint(publicJwk) }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** A proof; any of its claims and headers can be lied about. */
export function signProof(
  key: TestKey,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT({ jti: randomUUID(), iat: 0, ...claims })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.publicJwk, ...header })
    .sign(key.privateKey)
}

/** A new device row's pairing. */
export async function pairing(shop: TestShop): Promise<{ id: string; token: string }> {
  const body = { store_id: shop.store.id, label: 'Counter', jobs: ['loyalty'] }
  const answer = await shop.call(ENDPOINTS.createDevice, { body })
  return { id: answer.body.device.id, token: answer.body.pairing.auth_token }
}

interface Sending {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Claims of the proof to lie about. */
  readonly proof?: Readonly<Record<string, unknown>>
}

/** A tablet that speaks to the app in memory and takes a nonce when it is told to. */
export class TestTablet {
  nonce: string | undefined

  constructor(
    readonly server: TestServer,
    readonly token: string,
    readonly key: TestKey,
  ) {}

  static async reading(server: TestServer, token: string): Promise<TestTablet> {
    return new TestTablet(server, token, await makeKey())
  }

  claim(): Promise<Answer<ClaimAnswer>> {
    const body = { app_version: '1.0.0', platform: 'test' }
    return this.request('POST', '/api/v1/device/claim', { body })
  }

  async request<T>(method: string, path: string, sending: Sending = {}): Promise<Answer<T>> {
    const first = await this.#send<T>(method, path, sending)
    return first.problem?.code === 'USE_DPOP_NONCE' ? this.#send<T>(method, path, sending) : first
  }

  async #send<T>(
    method: string,
    path: string,
    { body, proof, ...sending }: Sending,
  ): Promise<Answer<T>> {
    const dpop = await signProof(this.key, { ...this.claimsFor(method, path), ...proof })
    const headers = { ...sending.headers, authorization: `DPoP ${this.token}`, dpop }
    const answer = await this.server.request<T>(method, path, { body, headers })
    this.nonce = answer.headers.get('dpop-nonce') ?? this.nonce
    return answer
  }

  claimsFor(method: string, path: string): Record<string, unknown> {
    const htu = this.server.deps.config.publicUrl + path
    const claims = { htm: method, htu, ath: sha256(this.token) }
    return this.nonce === undefined ? claims : { ...claims, nonce: this.nonce }
  }
}
