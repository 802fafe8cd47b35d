import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import type { AppEnv } from './env'

/** Where a request without a socket comes from (tests that call the app in memory). */
const NOWHERE = '0.0.0.0'

/**
 * Reads the client's address. `X-Forwarded-For` counts only as far as trusted proxies wrote it:
 * the last address in it that is not itself a trusted proxy.
 */
export function createAddressReader(
  trustedProxies: readonly string[],
): (c: Context<AppEnv>) => string {
  const trusted = blockListOf(trustedProxies)
  return (c) => {
    let address = plain(c.env?.incoming?.socket.remoteAddress ?? NOWHERE)
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
    while (contains(trusted, address)) {
      const before = hops.pop()
      if (before === undefined || isIP(before) === 0) break
      address = before
    }
    return address
  }
}

/** IPv6 customers hold whole /64 networks: they count as one for limits. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

function contains(list: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
