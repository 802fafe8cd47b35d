import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Gzipped bytes of JavaScript that the kiosk may load before the decoder. */
export const KIOSK_LIMIT = 150_000

export interface KioskSize {
  /** Files that load before anything is asked for, in the order found. */
  readonly files: readonly { readonly name: string; readonly gzip: number }[]
  readonly total: number
}

/**
 * What a browser downloads to start the built kiosk: the scripts its page names and everything they
 * import statically, and the largest language. Other parts loaded by `import()`, such as the
 * decoders, do not count.
 * @param dist folder with the built `index.html`
 * @param base path under which the server serves that folder
 */
export async function measureKiosk(dist: string, base = '/kiosk/'): Promise<KioskSize> {
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const queue = scriptsOf(page).map((url) => (url.startsWith(base) ? url.slice(base.length) : url))
  if (queue.length === 0) throw new Error('the kiosk page loads no script')
  const files = new Map<string, number>()
  for (const name of queue) {
    if (files.has(name)) continue
    const source = await readFile(join(dist, name))
    files.set(name, gzipSync(source).length)
    queue.push(...importsOf(source.toString()).map((path) => join(dirname(name), path)))
  }
  const language = await largestLanguage(dist)
  if (language !== undefined) files.set(language.name, language.gzip)
  const list = [...files].map(([name, gzip]) => ({ name, gzip }))
  return { files: list, total: list.reduce((sum, { gzip }) => sum + gzip, 0) }
}

/** One of these is fetched before anything can be read: the words. */
async function largestLanguage(dist: string): Promise<KioskSize['files'][number] | undefined> {
  const names = (await readdir(join(dist, 'assets'))).filter((name) =>
    /^for-kiosk-.*\.js$/.test(name),
  )
  const sizes = await Promise.all(
    names.map(async (file) => {
      const name = `assets/${file}`
      return { name, gzip: gzipSync(await readFile(join(dist, name))).length }
    }),
  )
  return sizes.toSorted((a, b) => b.gzip - a.gzip)[0]
}

function scriptsOf(page: string): string[] {
  const tags = page.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
    .map((url) => url.replace(/^\.\//, ''))
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)].flatMap(
    (match) => match[1] ?? [],
  )
}
