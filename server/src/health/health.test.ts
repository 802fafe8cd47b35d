import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app'
import { createBootApp } from '../boot-app'
import { openTestServer, type TestServer } from '../merchants/testing'

const TOKEN = 'the-token-of-the-operators'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

test('while the database is away the process is alive, not ready, and says when to come back', async () => {
  const { config, log } = server.deps
  const app = createBootApp(config, log)
  expect((await app.request('/healthz')).status).toBe(200)
  for (const path of ['/readyz', '/api/v1/auth/me', '/console/']) {
    const answer = await app.request(path)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(await answer.json()).toMatchObject({ code: 'UNAVAILABLE' })
  }
})

test('it is ready once it serves', async () => {
  expect((await server.app.request('/readyz')).status).toBe(200)
})

test('metrics are for whoever knows the token; without one there are none', async () => {
  expect((await server.app.request('/metrics')).status).toBe(404)
  const config = { ...server.deps.config, metricsToken: TOKEN }
  const app = createApp({ ...server.deps, config })
  expect((await app.request('/metrics')).status).toBe(401)
  await app.request('/api/v1/merchant/staff/secret-in-a-path')
  const headers = { authorization: `Bearer ${TOKEN}` }
  const text = await (await app.request('/metrics', { headers })).text()
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  expect(text).toContain('route="/api/v1/merchant/staff/:id",status="401"')
  expect(text).not.toContain('secret-in-a-path')
})
