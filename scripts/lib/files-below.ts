import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', 'data', '.cache', 'coverage', 'test-results'])

/** The file at a path, or all below it in order of their names; not what is installed or made. */
export async function* filesBelow(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) {
    yield path
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name)) continue
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesBelow(child)
    else if (entry.isFile()) yield child
  }
}
