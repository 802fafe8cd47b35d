import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  txt: 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/
/** Vite puts a hash of the content into these names. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

export type Coding = 'br' | 'gzip' | 'identity'

export interface StaticFile {
  readonly type: string
  readonly etag: string
  /** The name changes with the content: keep it for ever. */
  readonly immutable: boolean
  readonly compressible: boolean
  /** Compressed once, when first asked for. */
  bytes(coding: Coding): Promise<Buffer>
}

/**
 * Every file of a built app, in memory, by its path below the app's folder. What is not in this
 * map cannot be asked for. Empty when the app is not built.
 */
export async function loadStaticApp(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  const loaded = files.map(async (entry): Promise<[string, StaticFile]> => {
    const file = join(entry.parentPath, entry.name)
    const path = relative(folder, file).split(sep).join(posix.sep)
    return [path, describeFile(path, await readFile(file))]
  })
  return new Map(await Promise.all(loaded))
}

function describeFile(path: string, plain: Buffer): StaticFile {
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const compressed = new Map<Coding, Promise<Buffer>>()
  const bytes = (coding: Coding): Promise<Buffer> => {
    const known = compressed.get(coding)
    if (known !== undefined) return known
    const made = compress(plain, coding)
    compressed.set(coding, made)
    return made
  }
  return {
    type,
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    immutable: HASHED.test(path),
    compressible: COMPRESSIBLE.test(type) && plain.length > 1024,
    bytes,
  }
}

async function compress(plain: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return coding === 'gzip' ? zip(plain, { level: 9 }) : plain
}
