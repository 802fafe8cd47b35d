import { type EpochMs, epochMs, HOUR, plus } from '@counterfoil/domain'
import { compare, hash } from 'bcryptjs'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createCrypto } from '../crypto/crypto'
import { createPinChecker, type StoredPin } from './pin-checker'
import { sealPinHash } from './pin-hash'

const MERCHANT = '01931f6e-7c00-7000-8000-000000000001'
const STAFF = '01931f6e-7c00-7000-8000-000000000002'
const crypto = createCrypto('a secret that only tests know, 0123456789')
let present: StoredPin
let former: StoredPin
let compared = 0
let clock: EpochMs = epochMs(0)

/** Real bcrypt, counted. */
const hashing = {
  compare: (pin: string, stored: string): Promise<boolean> => {
    compared += 1
    return compare(pin, stored)
  },
}
const checker = createPinChecker({ crypto, hashing, now: () => clock })
const check = (pin: string, staff = STAFF): Promise<readonly StoredPin[]> =>
  checker.check(MERCHANT, staff, pin, [present, former])

beforeAll(async () => {
  const stored = async (version: number, pin: string, replaced: EpochMs | null) => ({
    version,
    replaced_at: replaced,
    hash_sealed: sealPinHash(crypto, await hash(pin, 4)),
  })
  present = await stored(2, '730528', null)
  former = await stored(1, '941637', epochMs(5))
})
beforeEach(() => {
  compared = 0
  clock = plus(clock, HOUR)
})

test('the right PIN costs one comparison, and then none for a while', async () => {
  expect(await check('730528')).toEqual([present])
  expect(await check('730528')).toEqual([present])
  expect(compared).toBe(1)
  clock = plus(clock, HOUR)
  await check('730528')
  expect(compared).toBe(2)
})

test('a wrong PIN costs the comparison with every stored one, each time', async () => {
  expect(await check('000000')).toEqual([])
  expect(await check('000000')).toEqual([])
  expect(compared).toBe(4)
})

test('a former PIN is found behind the present one, which is compared all the same', async () => {
  expect(await check('941637')).toEqual([former])
  expect(await check('941637')).toEqual([former])
  expect(compared).toBe(3)
})

test('what is remembered is one person’s, under one stored hash', async () => {
  await check('730528')
  await check('730528', '01931f6e-7c00-7000-8000-000000000003')
  expect(compared).toBe(2)
  const again = { ...present, hash_sealed: sealPinHash(crypto, await hash('861305', 4)) }
  expect(await checker.check(MERCHANT, STAFF, '730528', [again])).toEqual([])
})

test.each(['', '123', '7'.repeat(100), '٧٣٠٥٢٨', '７３０５２８', '730528\n'])(
  '%j was never set, so nothing is compared',
  async (pin) => {
    expect(await check(pin)).toEqual([])
    expect(compared).toBe(0)
  },
)
