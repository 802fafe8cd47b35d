import { ENDPOINTS, PROBLEMS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../merchants/testing'
import { createDocument } from './document'

const document = createDocument('https://shop.example')
const text = JSON.stringify(document)
let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

interface Operation {
  readonly 'x-counterfoil-caller': string
  readonly responses: Readonly<Record<string, unknown>>
}

function operations(): [method: string, path: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, string, Operation] => [
      method.toUpperCase(),
      path,
      operation as Operation,
    ]),
  )
}

describe('the published contract', () => {
  test('names every route of the API that the server answers, and no other', () => {
    const mounted = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
      .filter(({ path }) => !['/api/v1/openapi.json', '/api/v1/docs'].includes(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = operations().map(([method, path]) => `${method} ${path}`)
    expect(described.toSorted()).toEqual([...new Set(mounted)].toSorted())
  })

  test('says of every route who may call it; merchants’ routes exist on behalf', () => {
    const callers = operations().map(([, , operation]) => operation['x-counterfoil-caller'])
    expect(callers.every((caller) => typeof caller === 'string')).toBe(true)
    expect(document.paths['/api/v1/admin/merchants/{merchant_id}/staff/{id}/pin']).toBeDefined()
    const merchant = Object.values(ENDPOINTS).filter(({ caller }) => caller === 'merchant')
    expect(operations()).toHaveLength(Object.keys(ENDPOINTS).length + merchant.length)
  })

  test('has no reference that leads nowhere, and names what it shares', () => {
    const names = [...text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)]
    expect(names.length).toBeGreaterThan(100)
    const components: Readonly<Record<string, object>> = document.components
    for (const [, kind = '', name = ''] of names) expect(components[kind]).toHaveProperty(name)
    expect(text).not.toContain('$defs')
    for (const name of ['Op', 'Push', 'Staff', 'Device', 'Problem', 'Change']) {
      expect(document.components.schemas).toHaveProperty(name)
    }
  })

  test('every problem code is told, with a page to read about it', async () => {
    for (const code of Object.keys(PROBLEMS)) {
      expect(text).toContain(`"${code}"`)
      const page = await server.app.request(`/problems/${code}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain(code)
    }
    expect((await server.app.request('/problems/NONE')).status).toBe(404)
  })

  test('is served for machines and for people', async () => {
    const served = await server.app.request('/api/v1/openapi.json')
    expect(await served.json()).toMatchObject({ openapi: '3.1.0' })
    const page = await (await server.app.request('/api/v1/docs')).text()
    expect(page).toContain('/api/v1/store/sync/push')
    expect(page).not.toContain('<script')
  })
})
