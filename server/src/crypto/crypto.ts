import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keys for every purpose, derived from the one secret outside the database. What was sealed for one
 * purpose cannot be opened for another.
 */
export interface Crypto {
  /** AES-256-GCM under a key of this purpose; the answer carries its own nonce. */
  seal(purpose: string, plain: Uint8Array): Buffer
  /** @throws Error when it was not sealed by this key for this purpose, or was changed */
  open(purpose: string, sealed: Uint8Array): Buffer
  /** 32 bytes for HMAC. */
  macKey(purpose: string): Uint8Array
}

const VERSION = 1
const NONCE = 12
const TAG = 16
const NOT_OURS = 'not a sealed value of ours'

/** @param secret SECRET_KEY, at least 32 characters of it random */
export function createCrypto(secret: string): Crypto {
  const keys = new Map<string, Buffer>()
  const key = (use: string, purpose: string): Buffer => {
    const info = `counterfoil/${use}/${purpose}`
    const known = keys.get(info)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', secret, 'counterfoil', info, 32))
    keys.set(info, made)
    return made
  }
  return {
    macKey: (purpose) => key('mac', purpose),
    seal: (purpose, plain) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key('seal', purpose), nonce)
      const head = Buffer.from([VERSION])
      cipher.setAAD(head)
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([head, nonce, body, cipher.getAuthTag()])
    },
    open: (purpose, sealed) => {
      if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) throw new Error(NOT_OURS)
      const nonce = sealed.subarray(1, 1 + NONCE)
      const decipher = createDecipheriv('aes-256-gcm', key('seal', purpose), nonce)
      decipher.setAAD(sealed.subarray(0, 1))
      decipher.setAuthTag(sealed.subarray(-TAG))
      const body = sealed.subarray(1 + NONCE, -TAG)
      try {
        return Buffer.concat([decipher.update(body), decipher.final()])
      } catch (cause) {
        throw new Error(NOT_OURS, { cause })
      }
    },
  }
}
