import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app'
import type { AppEnv } from '../http/env'
import { openTestServer, type TestServer } from '../merchants/testing'
import { loadApps } from './apps.routes'

const SCRIPT = 'console.log("kiosk")\n'.repeat(200)

/** Not what the server's own compressing would give. */
const BESIDE = brotliCompressSync(`${SCRIPT}// from the build`)

let server: TestServer
let folder: string
let app: Hono<AppEnv>
beforeAll(async () => {
  server = await openTestServer()
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-apps-'))
  const dist = join(folder, 'kiosk/dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Kiosk</title>')
  await writeFile(join(dist, 'sw.js'), SCRIPT)
  await writeFile(join(dist, 'assets/index-Al1iDUDp.js'), SCRIPT)
  await writeFile(join(dist, 'assets/index-Al1iDUDp.js.map'), '{}')
  await writeFile(join(dist, 'assets/index-Al1iDUDp.js.br'), BESIDE)
  await writeFile(join(folder, 'secret.txt'), 'not for anyone')
  app = createApp(server.deps, await loadApps(folder, false))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
})

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('the apps', () => {
  test('files whose name holds a hash are kept for ever, all others asked for anew', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control')
    expect(await cacheOf('/kiosk/assets/index-Al1iDUDp.js')).toContain('immutable')
    for (const path of ['/kiosk/', '/kiosk/sw.js', '/kiosk/pair/again']) {
      expect(await cacheOf(path)).toBe('no-cache')
    }
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('are sent as %s to whoever takes it', async (coding, inflate) => {
    const answer = await get('/kiosk/sw.js', { 'accept-encoding': coding })
    expect(answer.headers.get('content-encoding')).toBe(coding)
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
    expect(inflate(Buffer.from(await answer.arrayBuffer())).toString()).toBe(SCRIPT)
  })

  test('are sent as the build compressed them, where it did', async () => {
    const script = '/kiosk/assets/index-Al1iDUDp.js'
    const answer = await get(script, { 'accept-encoding': 'gzip, br' })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(BESIDE)
    expect(await (await get(script)).text()).toBe(SCRIPT)
    expect((await get(`${script}.br`)).status).toBe(404)
  })

  test('a coding that is refused is not sent', async () => {
    const answer = await get('/kiosk/sw.js', { 'accept-encoding': 'br;q=0, identity' })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toBe(SCRIPT)
  })

  test('what a browser has already is not sent again', async () => {
    const etag = (await get('/kiosk/sw.js')).headers.get('etag') ?? ''
    const answer = await get('/kiosk/sw.js', { 'if-none-match': etag })
    expect(answer.status).toBe(304)
  })

  test('a place within the app is the app; a file that is gone is not', async () => {
    expect(await (await get('/kiosk/pair/again')).text()).toContain('<title>Kiosk')
    for (const path of ['assets/index-00000000.js', 'gone.js', 'assets/index-Al1iDUDp.js.map']) {
      expect((await get(`/kiosk/${path}`)).status).toBe(404)
    }
    expect((await get('/kiosk')).headers.get('location')).toBe('/kiosk/')
  })

  test.each(['../../secret.txt', '..%2f..%2fsecret.txt', '%2e%2e/%2e%2e/secret.txt', '%00', '%ff'])(
    'nothing outside is served: %s',
    async (path) => {
      expect(await (await get(`/kiosk/${path}`)).text()).not.toContain('not for anyone')
    },
  )
})

describe('an app that is not built', () => {
  test('ends a start that needs it, by a sentence that names it', async () => {
    const missing = join(folder, 'console/dist/index.html')
    await expect(loadApps(folder, true)).rejects.toThrow(
      `the console app is not built, there is no ${missing}`,
    )
  })

  test('is not found by a start that does without', async () => {
    expect((await get('/kiosk/')).status).toBe(200)
    expect((await get('/console/')).status).toBe(404)
  })
})

describe('every answer', () => {
  test.each(['/', '/kiosk/', '/api/v1/auth/me', '/nope', '/healthz', '/api/v1/docs'])(
    '%s carries the policy that keeps foreign and inline code out',
    async (path) => {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe-inline')
      expect(headers.get('strict-transport-security')).toContain('max-age=')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('permissions-policy')).toContain('camera=(self)')
    },
  )

  test.each(['/', '/problems', '/api/v1/docs'])('%s obeys it', async (path) => {
    const page = await (await get(path)).text()
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
  })
})
