import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from './announce'
import { readConfig } from './config'
import type { DemoStart } from './demo-start'
import { openTestServer, type TestServer } from './merchants/testing'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const DEMO: DemoStart = { password: 'only tests know it' }
const OWN = {
  DATABASE_URL: 'postgres://shop:pw@db.example/counterfoil',
  SECRET_KEY: 'q8w7e6r5t4y3u2i1o0pAsDfGhJkLzXcVbNm',
}

/** What is printed once a server with this environment runs. */
async function said(env: Record<string, string>, demo: DemoStart | undefined): Promise<string> {
  const printed: string[] = []
  const deps = { ...server.deps, config: readConfig(env) }
  await announce(deps, demo, (line) => printed.push(line))
  return printed.join('\n')
}

test.each<Record<string, string>>([
  {},
  { HOST: 'localhost' },
  { HOST: '127.0.0.2' },
  { HOST: '::1' },
])('a demo for oneself starts calmly: %o', async (env) => {
  const text = await said(env, DEMO)
  expect(text).toContain('only tests know it')
  expect(text).not.toContain('WARNING')
})

test.each<[Record<string, string>, RegExp]>([
  [{ HOST: '0.0.0.0' }, /WARNING: other machines can reach this demo \(HOST=0\.0\.0\.0\)/],
  [{ HOST: '::' }, /WARNING: other machines can reach this demo \(HOST=::\)/],
  [{ PUBLIC_URL: 'https://shop.example' }, /WARNING: .* \(PUBLIC_URL=https:\/\/shop\.example\)/],
  [{ ...OWN, DEMO: '1' }, /WARNING: the database of DATABASE_URL holds the demo/],
])('a demo that is not for oneself alone is warned of: %o', async (env, warning) => {
  expect(await said(env, DEMO)).toMatch(warning)
})

test('without a demo there is nothing to warn of', async () => {
  const text = await said({ ...OWN, HOST: '0.0.0.0' }, undefined)
  expect(text).toContain('/setup?token=')
  expect(text).not.toContain('WARNING')
})
