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
  /** Compressed by the build, or once, when first asked for. */
  bytes(coding: Coding): Promise<Buffer>
}

/**
 * Every file of a built app, in memory, by its path below the app's folder. What is not in this
 * map cannot be asked for. Empty when the app is not built.
 */
export async function loadStaticApp(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map(({ parentPath, name }) => join(parentPath, name))
  const known = new Set(paths)
  const files = paths.filter((path) => !isBeside(path, known))
  const loaded = files.map(async (file): Promise<[string, StaticFile]> => {
    const path = relative(folder, file).split(sep).join(posix.sep)
    const beside = known.has(`${file}.br`) ? readFile(`${file}.br`) : undefined
    return [path, describeFile(path, await readFile(file), await beside)]
  })
  return new Map(await Promise.all(loaded))
}

/** Whether it is another file in its compressed form, as the build leaves it. */
function isBeside(path: string, known: ReadonlySet<string>): boolean {
  return path.endsWith('.br') && known.has(path.slice(0, -'.br'.length))
}

const typeOf = (path: string): string =>
  TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

/** Whether a file of this name and content is sent compressed to whoever takes it so. */
export function isCompressible(path: string, plain: Buffer): boolean {
  return COMPRESSIBLE.test(typeOf(path)) && plain.length > 1024
}

function describeFile(path: string, plain: Buffer, beside: Buffer | undefined): StaticFile {
  const compressed = new Map<Coding, Promise<Buffer>>()
  if (beside !== undefined) compressed.set('br', Promise.resolve(beside))
  const bytes = (coding: Coding): Promise<Buffer> => {
    const known = compressed.get(coding)
    if (known !== undefined) return known
    const made = compress(plain, coding)
    compressed.set(coding, made)
    return made
  }
  return {
    type: typeOf(path),
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    immutable: HASHED.test(path),
    compressible: isCompressible(path, plain),
    bytes,
  }
}

async function compress(plain: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return coding === 'gzip' ? zip(plain, { level: 9 }) : plain
}
