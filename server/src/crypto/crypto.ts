import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keys for every purpose, derived from the one secret outside the database. What was sealed for one
 * purpose cannot be opened for another.
 */
export interface Crypto {
  /** AES-256-GCM under a key of this purpose; the answer carries its own nonce. */
  seal(purpose: string, plain: Uint8Array): Buffer
  /**
   * Opens what was sealed under the present secret or an earlier one.
   * @throws Error when it was sealed by none of them for this purpose, or was changed
   */
  open(purpose: string, sealed: Uint8Array): Buffer
  /** Whether it was sealed under the present secret. */
  isPresent(purpose: string, sealed: Uint8Array): boolean
  /** 32 bytes for HMAC. */
  macKey(purpose: string): Uint8Array
  /** The same of every secret that is known, the present one first: what may have signed. */
  macKeys(purpose: string): readonly Uint8Array[]
}

const VERSION = 1
const NONCE = 12
const TAG = 16
const NOT_OURS = 'not a sealed value of ours'

/**
 * @param secret SECRET_KEY, at least 32 characters of it random
 * @param earlier other secrets whose work is still read: those of SECRET_KEY_PREVIOUS
 */
export function createCrypto(secret: string, earlier: readonly string[] = []): Crypto {
  const present = createKeys(secret)
  const all = [present, ...earlier.map(createKeys)]
  return {
    macKey: (purpose) => present('mac', purpose),
    macKeys: (purpose) => all.map((keys) => keys('mac', purpose)),
    seal: (purpose, plain) => seal(present('seal', purpose), plain),
    isPresent: (purpose, sealed) => tryOpen(present('seal', purpose), sealed) !== undefined,
    open: (purpose, sealed) => {
      for (const keys of all) {
        const plain = tryOpen(keys('seal', purpose), sealed)
        if (plain !== undefined) return plain
      }
      throw new Error(NOT_OURS)
    },
  }
}

type Keys = (use: 'mac' | 'seal', purpose: string) => Buffer

function createKeys(secret: string): Keys {
  const keys = new Map<string, Buffer>()
  return (use, purpose) => {
    const info = `counterfoil/${use}/${purpose}`
    const known = keys.get(info)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', secret, 'counterfoil', info, 32))
    keys.set(info, made)
    return made
  }
}

function seal(key: Buffer, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const head = Buffer.from([VERSION])
  cipher.setAAD(head)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([head, nonce, body, cipher.getAuthTag()])
}

function tryOpen(key: Buffer, sealed: Uint8Array): Buffer | undefined {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) return undefined
  const nonce = sealed.subarray(1, 1 + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(sealed.subarray(0, 1))
  decipher.setAuthTag(sealed.subarray(-TAG))
  const body = sealed.subarray(1 + NONCE, -TAG)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    return undefined
  }
}
