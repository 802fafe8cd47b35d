import { createHash, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'

export interface DpopKey {
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** What a proof claims; every field can be lied about. */
export interface ProofClaims {
  readonly htm: string
  readonly htu: string
  readonly ath?: string
  readonly nonce?: string
  readonly jti?: string
  readonly iat?: number
}

/** A fresh ES256 pair, as a tablet makes at its claim. */
export async function makeDpopKey(): Promise<DpopKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  return { privateKey, publicJwk: await exportJWK(publicKey) }
}

/** `ath` of an access token: base64url SHA-256. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A DPoP proof (RFC 9449). `header` overrides parts of the protected header. */
export function signProof(
  key: DpopKey,
  claims: ProofClaims,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { jti = randomUUID(), iat = Math.floor(Date.now() / 1000), ...rest } = claims
  return new SignJWT({ ...rest, jti, iat })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.publicJwk, ...header })
    .sign(key.privateKey)
}

/** A JWT without a signature: `alg: none`. */
export function unsigned(
  header: Readonly<Record<string, unknown>>,
  payload: Readonly<Record<string, unknown>>,
): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ ...header, alg: 'none' })}.${part(payload)}.`
}
