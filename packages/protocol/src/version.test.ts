import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ENDPOINTS } from './endpoints/index'
import type { Endpoint } from './endpoint'
import { PROBLEMS } from './problem'
import { CHANGE_DATA } from './change'
import { clockNewsSchema } from './pull'
import { CHANGE_FIELDS, PROTOCOL_VERSION } from './version'

/**
 * The wire of version 1 as it was when it was last looked at. When this fails, ask: would a client
 * of the former wire still be understood, and understand? Then write the new hash. If not, raise
 * PROTOCOL_VERSION as well.
 */
const TABLET_WIRE = '73e21526'

function wireOf(endpoint: Endpoint): unknown {
  const schema = (part: z.ZodType | undefined) =>
    part === undefined ? null : z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' })
  const { method, path, caller, status } = endpoint
  const { params, query, body, answer } = endpoint
  return [method, path, caller, status, ...[params, query, body, answer].map(schema)]
}

test('what tablets send and get is what it was', () => {
  const { claim, push, pull, live } = ENDPOINTS
  const wire = JSON.stringify([PROTOCOL_VERSION, [claim, push, pull, live].map(wireOf)])
  expect(createHash('sha256').update(wire).digest('hex').slice(0, 8)).toBe(TABLET_WIRE)
})

/**
 * What tablets keep of the server's things, as it was when it was last looked at. An older version
 * has kept less of it, and its pull is already past. So when this fails, raise CHANGE_FIELDS and
 * write both here.
 */
const KEPT = { hash: 'dc34c6f8', fields: 2 }

test('whoever changes what tablets keep makes them pull it anew', () => {
  const kept = { ...CHANGE_DATA, clock: clockNewsSchema }
  const shapes = Object.entries(kept).map(([entity, data]) => [
    entity,
    z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' }),
  ])
  const hash = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 8)
  expect({ hash, fields: CHANGE_FIELDS }).toEqual(KEPT)
})

test('every endpoint can be described to others', () => {
  const all: Endpoint[] = Object.values(ENDPOINTS)
  const addresses = all.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(addresses).size).toBe(all.length)
  for (const endpoint of all) {
    expect(() => wireOf(endpoint)).not.toThrow()
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    const params = z.toJSONSchema(endpoint.params ?? z.strictObject({}), { unrepresentable: 'any' })
    expect(Object.keys(params.properties ?? {})).toEqual(inPath)
    expect(endpoint.status === 204 || endpoint.stream === true).toBe(endpoint.answer === undefined)
  }
})

test('a problem is retried only where waiting can help', () => {
  const retried = Object.entries(PROBLEMS).flatMap(([code, { retry }]) => (retry ? [code] : []))
  expect(retried).toEqual(['USE_DPOP_NONCE', 'RATE_LIMITED', 'INTERNAL', 'UNAVAILABLE'])
})
