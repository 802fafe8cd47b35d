import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCrypto } from '../crypto/crypto'
import { requireKey } from './require-key'
import { openTestServer, type TestServer } from './testing'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

test('an empty database takes any key, one with a merchant its own alone', async () => {
  const another = createCrypto('another secret that only tests know, 012345')
  await expect(requireKey(server.unscoped, another)).resolves.toBeUndefined()
  await server.shop('harbour')
  await expect(requireKey(server.unscoped, server.deps.crypto)).resolves.toBeUndefined()
  await expect(requireKey(server.unscoped, another)).rejects.toThrow('another SECRET_KEY')
})
