import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const DIST = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'apps/kiosk/dist')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const PORTAL_PAGE = Buffer.from('<!doctype html><h1>Please accept our terms</h1>')

/** The built kiosk alone on an origin of its own, whose worker can be replaced by a newer one. */
export class StaticKiosk {
  /** Stands for the version: any change makes the worker another one. */
  version = 1
  /** What a network in between answers with a page of its own, as hotels do; it counts how often. */
  portal: { readonly path: RegExp; met: number } | null = null

  private constructor(readonly server: Server) {}

  static async start(): Promise<StaticKiosk> {
    const server = createServer()
    const kiosk = new StaticKiosk(server)
    server.on('request', (request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      void kiosk.#answer(path, response)
    })
    await new Promise<void>((resolve) => {
      server.listen(0, 'localhost', resolve)
    })
    return kiosk
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return `http://localhost:${port}/kiosk/`
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const body = await this.#read(path).catch(() => null)
    const type = TYPES[extname(path)] ?? 'text/html'
    response.writeHead(body === null ? 404 : 200, {
      'content-type': type,
      'cache-control': 'no-store',
    })
    response.end(body)
  }

  async #read(path: string): Promise<Buffer> {
    if (this.portal?.path.test(path) === true) {
      this.portal.met += 1
      return PORTAL_PAGE
    }
    const name = normalize(path).replace(/^\/kiosk\/?/, '')
    const body = await readFile(join(DIST, name === '' ? 'index.html' : name))
    return name === 'sw.js' ? Buffer.concat([body, Buffer.from(`\n// ${this.version}`)]) : body
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => {
      this.server.close(() => resolve())
    })
  }
}
