import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { createAddressReader, networkOf } from './client-address'
import type { AppEnv } from './env'

async function addressOf(
  trusted: readonly string[],
  remoteAddress: string,
  forwarded?: string,
): Promise<string> {
  const app = new Hono<AppEnv>()
  const read = createAddressReader(trusted)
  app.get('/', (c) => c.text(read(c)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  // What node-server hands over, as far as it is read here.
  const env = { incoming: { socket: { remoteAddress } } }
  return (await app.request('/', { headers }, env)).text()
}

describe('the client’s address', () => {
  test('is the socket’s, whatever the client claims', async () => {
    expect(await addressOf([], '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
    expect(await addressOf([], '::ffff:203.0.113.9')).toBe('203.0.113.9')
  })

  test('is what the last trusted proxy saw', async () => {
    const proxies = ['10.0.0.0/8', '::1']
    expect(await addressOf(proxies, '10.1.2.3', '198.51.100.1')).toBe('198.51.100.1')
    expect(await addressOf(proxies, '::1', '6.6.6.6, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
    expect(await addressOf(proxies, '10.1.2.3', 'nonsense')).toBe('10.1.2.3')
    expect(await addressOf(proxies, '10.1.2.3')).toBe('10.1.2.3')
    expect(await addressOf(proxies, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  })

  test('counts as its /64 network in version 6', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
