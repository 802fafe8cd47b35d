import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FaultyProxy } from './faulty-proxy'

let server: Server
let proxy: FaultyProxy
let requests = 0

beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1
    response.setHeader('connection', 'close').end('a long enough answer')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  proxy = await FaultyProxy.open(`http://127.0.0.1:${address.port}`)
})

afterAll(async () => {
  await proxy.close()
  server.close()
})

const ask = (): Promise<string> => fetch(proxy.origin).then((response) => response.text())

test('it passes, cuts, refuses and plays a portal', async () => {
  expect(await ask()).toBe('a long enough answer')
  proxy.fault = { kind: 'cut', bytes: 30 }
  await expect(ask()).rejects.toThrow('fetch failed')
  expect(requests).toBe(2)
  expect(proxy.cuts).toBe(1)
  proxy.fault = { kind: 'refuse' }
  await expect(ask()).rejects.toThrow('fetch failed')
  proxy.fault = { kind: 'portal' }
  expect(await ask()).toContain('accept our terms')
  expect(requests).toBe(2)
  proxy.fault = { kind: 'black-hole' }
  await expect(fetch(proxy.origin, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout')
})
