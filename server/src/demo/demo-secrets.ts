import { createHmac } from 'node:crypto'
import { type Id, weakPin } from '@counterfoil/domain'
import { merchantToken } from '../clock/phone/merchant-token'
import type { Crypto } from '../crypto/crypto'
import type { DemoMerchant, DemoPerson } from './cast'

type Key = DemoMerchant['key']

/**
 * Tokens and PINs of the demo follow from the server's secret, so that the demo sheet can show them
 * while the database holds no more of them than of any others. Another data folder has others.
 */
export function demoCardToken(crypto: Crypto, merchant: Key, index: number): string {
  return derive(crypto, `card/${merchant}/${index}`).subarray(0, 16).toString('base64url')
}

export function demoBadgeToken(crypto: Crypto, merchant: Key, person: DemoPerson): string {
  const bytes = derive(crypto, `badge/${merchant}/${person.personnel_number}`)
  return bytes.subarray(0, 16).toString('base64url')
}

export function demoPosterToken(crypto: Crypto, merchant: Key, merchantId: Id): string {
  return merchantToken(merchantId, derive(crypto, `poster/${merchant}`))
}

/** Six digits that could have been chosen by hand: none that the rules call weak. */
export function demoPin(crypto: Crypto, merchant: Key, { personnel_number }: DemoPerson): string {
  for (let round = 0; ; round += 1) {
    const bytes = derive(crypto, `pin/${merchant}/${personnel_number}/${round}`)
    const pin = String(bytes.readUIntBE(0, 6) % 10 ** 6).padStart(6, '0')
    // Six digits are no year.
    if (weakPin(pin, personnel_number, 0) === undefined) return pin
  }
}

/** A repeatable stream of numbers in [0, 1), for history that looks lived in (mulberry32). */
export function demoRandom(crypto: Crypto, purpose: string): () => number {
  let state = derive(crypto, `random/${purpose}`).readUInt32BE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function derive(crypto: Crypto, what: string): Buffer {
  return createHmac('sha256', crypto.macKey('demo')).update(what).digest()
}
