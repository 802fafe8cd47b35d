import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IngestShop, PIN } from '../sync/testing'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

async function due(): Promise<string[]> {
  const { body } = await shop.shop.call(ENDPOINTS.listStaff)
  return body.items.filter((person) => person.pin_change_due).map(({ id }) => id)
}

test('whoever signed on at a stolen tablet needs a new PIN; setting one settles it', async () => {
  const [tablet, other] = [await shop.tablet(), await shop.tablet()]
  const [ada, ben, cleo] = [await shop.person(), await shop.person(), await shop.person()]
  await tablet.push([await tablet.signOn(ada, PIN), await tablet.signOn(ben, '941637')])
  await other.push([await other.signOn(cleo, PIN)])
  const params = { id: tablet.sender.device_id }
  const lost = await shop.shop.call(ENDPOINTS.revokeDevice, { params, body: { reason: 'lost' } })
  expect(lost.body.device).toMatchObject({ status: 'revoked', stolen_at: null })
  expect(await due()).toEqual([])

  const body = { reason: 'seen in a pawn shop', stolen: true }
  const stolen = await shop.shop.call(ENDPOINTS.revokeDevice, { params, body })
  expect(stolen.body.device.stolen_at).not.toBeNull()
  expect(stolen.body.device.revoke_reason).toBe('lost')
  expect((await due()).toSorted()).toEqual([ada, ben].toSorted())
  const audit = await shop.shop.call(ENDPOINTS.listAudit, { query: { limit: '1' } })
  expect(audit.body.items).toMatchObject([{ action: 'device.stolen', detail: { pins_due: 2 } }])

  const set = { params: { id: ada }, body: { pin: '730529' } }
  await shop.shop.call(ENDPOINTS.setPin, set)
  expect(await due()).toEqual([ben])
  await shop.shop.call(ENDPOINTS.pairDeviceAgain, { params, body: {} })
  const { body: again } = await shop.shop.call(ENDPOINTS.getDevice, { params })
  expect(again.device.stolen_at).toBeNull()
})
