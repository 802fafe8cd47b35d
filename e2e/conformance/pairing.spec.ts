/** Wire contract, section 3, points 1, 2 and 4: pairing, claiming, pairing again, revoking. */
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { statusAndCode } from '../harness/answer'
import { sql } from '../harness/database'
import { TabletClient } from '../harness/tablet-client'
import type { PairingAnswer } from '../harness/wire'
import { expect, must, test } from './world'

test('a pairing has exactly three fields and a one-year token of its own type', async ({
  server,
  harbour,
}) => {
  const { device, pairing, qr_png } = await harbour.pairing()
  expect(Object.keys(pairing).sort()).toEqual(['api_url', 'auth_token', 'store_code'])
  expect(pairing.api_url).toBe(`${server.origin}/api/v1`)
  expect(pairing.store_code).toBe(harbour.store.code)
  expect(qr_png).toMatch(/^data:image\/png;base64,/)
  expect(decodeProtectedHeader(pairing.auth_token).typ).toBe('cf-device+jwt')
  const claims = decodeJwt(pairing.auth_token)
  expect(claims.sub).toBe(device.id)
  expect(Object.keys(claims)).toEqual(expect.arrayContaining(['iss', 'aud', 'jti', 'mid', 'sid']))
  const days = ((claims.exp ?? 0) - Date.now() / 1000) / 86_400
  expect(Math.round(days)).toBeGreaterThanOrEqual(365)
  expect(Math.round(days)).toBeLessThanOrEqual(366)
})

test('the token is never shown again', async ({ harbour }) => {
  const { device, pairing } = await harbour.pairing()
  const one = await harbour.owner.get(`/merchant/devices/${device.id}`)
  const list = await harbour.owner.get('/merchant/devices?limit=500')
  expect(one.status).toBe(200)
  expect(list.text).toContain(device.id)
  expect(one.text + list.text).not.toContain(pairing.auth_token)
})

test('the first key binds the token, the same key gets the same answer, another is refused', async ({
  harbour,
}) => {
  const { device, pairing } = await harbour.pairing()
  const tablet = await TabletClient.pair(pairing)
  const first = must(await tablet.claim(), 200)
  expect(first.device.id).toBe(device.id)
  expect(first.store.id).toBe(harbour.store.id)
  expect(first.incarnation).toBe(1)
  expect(first.limits.max_ops).toBe(500)
  expect(first.sealing_key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ECDH-ES' })
  expect(first.sealing_key.kid).toBeTruthy()
  expect(first.sealing_key.d).toBeUndefined()

  const again = must(await tablet.claim(), 200)
  expect({ ...again, server_time: '' }).toEqual({ ...first, server_time: '' })

  const thief = await TabletClient.pair(pairing)
  expect(statusAndCode(await thief.claim())).toBe('409 TERMINAL_DEVICE_ALREADY_CLAIMED')
  expect(statusAndCode(await thief.pull())).toMatch(/^401 (DPOP_INVALID|TOKEN_INVALID)$/)
  expect((await tablet.pull()).status).toBe(200)
})

test('of twenty tablets claiming at once, exactly one wins', async ({ harbour }) => {
  const { pairing } = await harbour.pairing()
  const rivals = await Promise.all(Array.from({ length: 20 }, () => TabletClient.pair(pairing)))
  const answers = await Promise.all(rivals.map((tablet) => tablet.claim()))
  const results = answers.map(statusAndCode).sort()
  expect(results.filter((result) => result === '200')).toHaveLength(1)
  expect(new Set(results.slice(1))).toEqual(new Set(['409 TERMINAL_DEVICE_ALREADY_CLAIMED']))
})

test('an unclaimed token works for nothing but claiming', async ({ harbour }) => {
  const tablet = await TabletClient.pair((await harbour.pairing()).pairing)
  expect((await tablet.pull()).status).toBe(401)
  expect((await tablet.request('POST', '/store/sync/push', { body: {} })).status).toBe(401)
})

test('unclaimed after fifteen minutes it is dead; claimed in time it lives on', async ({
  server,
  harbour,
}) => {
  const late = await harbour.pairing()
  const early = await harbour.pairing()
  const claimed = await TabletClient.pair(early.pairing)
  must(await claimed.claim(), 200)
  await agePairings(server.database.url, [late.device.id, early.device.id])
  const tablet = await TabletClient.pair(late.pairing)
  expect(statusAndCode(await tablet.claim())).toBe('401 TERMINAL_DEVICE_PAIRING_EXPIRED')
  must(await claimed.claim(), 200)
  expect((await claimed.pull()).status).toBe(200)
})

test('pairing again kills the old token and starts a new incarnation', async ({ harbour }) => {
  const { device, pairing } = await harbour.pairing()
  const before = await TabletClient.pair(pairing)
  must(await before.claim(), 200)
  const again = must(
    await harbour.owner.post<PairingAnswer>(`/merchant/devices/${device.id}/pairing`),
    201,
  )
  expect(again.device.id).toBe(device.id)
  expect((await before.pull()).status).toBe(401)
  const after = await TabletClient.pair(again.pairing)
  expect(must(await after.claim(), 200).incarnation).toBe(2)
  expect((await after.pull()).status).toBe(200)
  expect((await before.claim()).status).toBe(401)
})

test('a revoked tablet is refused on its next request, claimed or not', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  expect((await tablet.pull()).status).toBe(200)
  const revoke = `/merchant/devices/${tablet.identity.device.id}/revoke`
  must(await harbour.owner.post(revoke, { reason: 'left in a taxi' }), 200)
  for (const answer of [await tablet.pull(), await tablet.push([]), await tablet.claim()]) {
    expect(statusAndCode(answer)).toBe('401 TERMINAL_DEVICE_REVOKED')
  }
})

test('relabelling changes label and jobs and nothing else', async ({ harbour }) => {
  const { device } = await harbour.pairing()
  const path = `/merchant/devices/${device.id}`
  const changed = must(
    await harbour.owner.patch<{ device: typeof device }>(path, { label: 'Bar', jobs: ['door'] }),
    200,
  )
  expect(changed.device).toMatchObject({ id: device.id, label: 'Bar', jobs: ['door'] })
  expect(statusAndCode(await harbour.owner.patch(path, { merchant_id: device.id }))).toMatch(
    /^4(00|22) /,
  )
})

/** Puts the end of the claiming time into the past, as sixteen minutes of waiting would. */
async function agePairings(url: string, ids: readonly string[]): Promise<void> {
  const rows = await sql(
    url,
    `UPDATE device SET pairing_expires_at = pairing_expires_at - interval '16 minutes'
      WHERE id = ANY($1::uuid[]) RETURNING id`,
    [ids],
  )
  expect(rows).toHaveLength(ids.length)
}
