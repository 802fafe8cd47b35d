import { describe, expect, test } from 'vitest'
import { routesOf, sampleOf, type OpenApi } from './openapi'

const DOCUMENT: OpenApi = {
  openapi: '3.1.0',
  servers: [{ url: 'http://localhost:1/api/v1' }],
  paths: {
    '/things/{id}': {
      get: { responses: { 404: {}, 200: {} }, 'x-counterfoil-role': 'viewer' },
      post: { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } },
    },
  },
  components: { schemas: { Kind: { enum: ['a', 'b'] } } },
}

describe('reading an OpenAPI document', () => {
  test('routes carry the base path of the server', () => {
    expect(routesOf(DOCUMENT).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/things/{id}',
      'POST /api/v1/things/{id}',
    ])
  })

  test('a route knows its success and who may call it, where the document says so', () => {
    const known = routesOf(DOCUMENT).map(({ success, caller, role }) => [success, caller, role])
    expect(known).toEqual([
      ['200', undefined, 'viewer'],
      [undefined, undefined, undefined],
    ])
  })

  test('a sample has every required field, and whatever it is given', () => {
    const schema = {
      type: 'object',
      required: ['store_id', 'kind', 'jobs', 'count', 'pin', 'note'],
      properties: {
        store_id: { type: 'string' },
        kind: { $ref: '#/components/schemas/Kind' },
        jobs: { type: 'array', minItems: 1, items: { const: 'loyalty' } },
        count: { type: 'integer', minimum: 3 },
        pin: { type: 'string', minLength: 8 },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        extra: { type: 'string' },
        card_id: { type: 'string' },
      },
    }
    const given: Readonly<Record<string, string>> = { store_id: 'S1', card_id: 'C1' }
    const fill = (name: string): unknown => given[name]
    expect(sampleOf(schema, DOCUMENT, fill)).toEqual({
      store_id: 'S1',
      kind: 'a',
      jobs: ['loyalty'],
      count: 3,
      pin: 'samplexx',
      note: 'sample',
      card_id: 'C1',
    })
  })
})
