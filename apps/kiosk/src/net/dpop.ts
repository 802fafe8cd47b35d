import type { Credentials } from '../db/rows'
import { sha256, toBase64Url } from './base64url'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** A key pair for one pairing token. The private half can be used here and never leave. */
export async function makeCredentials(authToken: string): Promise<Credentials> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, [
    'sign',
    'verify',
  ])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return {
    auth_token: authToken,
    private_key: privateKey,
    public_jwk: { kty: 'EC', crv: 'P-256', x, y },
  }
}

/** What a proof (RFC 9449) speaks of. `htu` is the public address, without query. */
export interface ProofTarget {
  readonly htm: string
  readonly htu: string
  readonly nonce: string | null
}

/** Tablet clocks lie, so freshness is the nonce's part; `iat` is only there because it has to be. */
export async function signProof(credentials: Credentials, target: ProofTarget): Promise<string> {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: credentials.public_jwk }
  const payload = {
    jti: crypto.randomUUID(),
    htm: target.htm,
    htu: target.htu,
    iat: Math.floor(Date.now() / 1000),
    ath: await sha256(credentials.auth_token),
    ...(target.nonce === null ? {} : { nonce: target.nonce }),
  }
  const text = `${encode(header)}.${encode(payload)}`
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    credentials.private_key,
    new TextEncoder().encode(text),
  )
  return `${text}.${toBase64Url(new Uint8Array(signature))}`
}

function encode(part: object): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(part)))
}
