import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { filesBelow } from './files-below'
import { ROOT } from './repository'

const TEST_FILE = /\.test\.tsx?$/

/** What a build is made from and what it makes, as paths inside the repository. */
export interface Stampable {
  readonly name: string
  readonly sources: readonly string[]
  readonly product: string
}

/** Digest of names and contents of every source file; tests do not count. */
export async function stampOf({ sources }: Stampable): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) {
    for await (const file of filesBelow(join(ROOT, source))) {
      if (TEST_FILE.test(file)) continue
      hash.update(`${relative(ROOT, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/** Whether `product` is there and was made from exactly these sources. */
export async function isFresh(target: Stampable): Promise<boolean> {
  const stampFile = pathOf(target)
  if (!existsSync(join(ROOT, target.product)) || !existsSync(stampFile)) return false
  return (await readFile(stampFile, 'utf8')) === (await stampOf(target))
}

/** Remembers what `product` was made from; take the stamp before the build begins. */
export async function keepStamp(target: Stampable, stamp: string): Promise<void> {
  await mkdir(dirname(pathOf(target)), { recursive: true })
  await writeFile(pathOf(target), stamp)
}

/** Forgets the stamp, so that a build that dies half-way counts as none. */
export async function dropStamp(target: Stampable): Promise<void> {
  await rm(pathOf(target), { force: true })
}

const pathOf = ({ name }: Stampable): string => join(ROOT, '.cache', `build-${name}.stamp`)
