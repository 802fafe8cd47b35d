import { join } from 'node:path'
import type { Context } from 'hono'
import type { AppEnv, Router } from '../http/env'
import { type Coding, loadStaticApp, type StaticFile } from './static-app'

/** The two apps of browsers, by the path they live under. */
export const APPS = ['kiosk', 'console'] as const

/** The built files of both apps, read once at start. */
export type StaticApps = ReadonlyMap<(typeof APPS)[number], ReadonlyMap<string, StaticFile>>

/**
 * @param folder that holds `kiosk/dist` and `console/dist`
 * @param required an app that is not there is an error, not a 404 to each who asks
 */
export async function loadApps(folder: string, required: boolean): Promise<StaticApps> {
  const loaded = APPS.map(async (name) => {
    const dist = join(folder, name, 'dist')
    const files = await loadStaticApp(dist)
    if (required && !files.has('index.html')) {
      throw new Error(`the ${name} app is not built, there is no ${join(dist, 'index.html')}`)
    }
    return [name, files] as const
  })
  return new Map(await Promise.all(loaded))
}

/** Serves both apps; paths that name no file are places within the app. */
export function mountApps(router: Router, apps: StaticApps): void {
  for (const [name, files] of apps) {
    router.get(`/${name}`, (c) => c.redirect(`/${name}/`, 308))
    router.get(`/${name}/*`, async (c) => {
      const path = pathBelow(c, name)
      const file = files.get(path) ?? (isPlace(path) ? files.get('index.html') : undefined)
      return file === undefined ? c.notFound() : answerFile(c, file)
    })
  }
}

function pathBelow(c: Context<AppEnv>, name: string): string {
  const path = c.req.path.slice(name.length + 2)
  return path === '' ? 'index.html' : path
}

/** A file that is gone must not be answered with a page: a browser would keep it. */
function isPlace(path: string): boolean {
  return !path.startsWith('assets/') && !(path.split('/').at(-1) ?? '').includes('.')
}

async function answerFile(c: Context<AppEnv>, file: StaticFile): Promise<Response> {
  const coding = file.compressible ? bestCoding(c.req.header('accept-encoding') ?? '') : 'identity'
  const etag = `"${file.etag}-${coding}"`
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('etag', etag)
  if (file.compressible) c.header('vary', 'accept-encoding')
  if (c.req.header('if-none-match')?.includes(etag) === true) return c.body(null, 304)
  const bytes = await file.bytes(coding)
  c.header('content-type', file.type)
  c.header('content-length', String(bytes.length))
  if (coding !== 'identity') c.header('content-encoding', coding)
  return c.body(new Uint8Array(bytes))
}

function bestCoding(accepted: string): Coding {
  const names = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q\s*=\s*0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  )
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : 'identity'
}
