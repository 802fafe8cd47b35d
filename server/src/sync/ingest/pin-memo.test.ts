import { ENDPOINTS } from '@counterfoil/protocol'
import { compare } from 'bcryptjs'
import { formatInstant } from '@counterfoil/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPinChecker } from '../../pins/pin-checker'
import { IngestShop, type IngestTablet, PIN, WRONG_PIN } from '../testing'
import { createIngest, type Ingest } from './ingest'

const NEW_PIN = '861305'

let shop: IngestShop
let tablet: IngestTablet
let compared = 0
/** Two processes on one database, each with a memory of its own. */
let nodes: readonly [Ingest, Ingest]

beforeAll(async () => {
  shop = await IngestShop.open()
  tablet = await shop.tablet()
  const { deps } = shop.server
  const hashing = {
    compare: (pin: string, hash: string): Promise<boolean> => {
      compared += 1
      return compare(pin, hash)
    },
  }
  const node = () =>
    createIngest({
      ...deps,
      pins: createPinChecker({ crypto: deps.crypto, hashing, now: deps.now }),
    })
  nodes = [node(), node()]
})
beforeEach(() => {
  compared = 0
})
afterAll(() => shop.close())

async function signOn(node: 0 | 1, staff: string, pin: string): Promise<string | null> {
  const ops = [await tablet.signOn(staff, pin)]
  const envelope = { sent_at: formatInstant(shop.now()), ops }
  const { verdicts } = await nodes[node](tablet.sender, envelope, shop.now())
  return verdicts[0]?.code ?? null
}

test('fifty sign-ons of one person cost one comparison; each wrong PIN costs its own, and counts', async () => {
  const staff = await shop.person()
  for (let n = 0; n < 50; n += 1) expect(await signOn(0, staff, PIN)).toBeNull()
  expect(compared).toBe(1)
  expect(await signOn(0, staff, WRONG_PIN)).toBe('PIN_WRONG')
  expect(await signOn(0, staff, WRONG_PIN)).toBe('PIN_WRONG')
  expect(compared).toBe(3)
})

test('a PIN that was changed is unknown on every node at once, whatever was remembered', async () => {
  const staff = await shop.person()
  expect([await signOn(0, staff, PIN), await signOn(1, staff, PIN)]).toEqual([null, null])
  expect(compared).toBe(2)
  await shop.shop.call(ENDPOINTS.setPin, { params: { id: staff }, body: { pin: NEW_PIN } })
  shop.server.pass(1_000)
  expect([await signOn(0, staff, PIN), await signOn(1, staff, PIN)]).toEqual([
    'PIN_WRONG',
    'PIN_WRONG',
  ])
  expect([await signOn(0, staff, NEW_PIN), await signOn(1, staff, NEW_PIN)]).toEqual([null, null])
})

test('a lock holds although the right PIN is remembered', async () => {
  const staff = await shop.person()
  expect(await signOn(0, staff, PIN)).toBeNull()
  for (let n = 0; n < 5; n += 1) await signOn(1, staff, WRONG_PIN)
  expect(await signOn(0, staff, PIN)).toBe('STAFF_LOCKED')
})
