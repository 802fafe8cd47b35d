import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { socketFolder } from './socket-folder'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socket-'))
})
afterEach(() => rm(folder, { recursive: true }))

const here = process.platform !== 'win32'

test.skipIf(!here)(
  'a socket is in the cluster’s own folder, and what was left there is gone',
  async () => {
    const names = ['.s.PGSQL.5432', '.s.PGSQL.5432.lock', '.s.trial', 'PG_VERSION']
    for (const name of names) await writeFile(join(folder, name), '')
    expect(await socketFolder(folder)).toBe(folder)
    expect(await readdir(folder)).toEqual(['PG_VERSION'])
  },
)

test.skipIf(process.platform !== 'linux')(
  'where the file system takes none there is none',
  async () => {
    expect(await socketFolder('/proc/self/net')).toBe('')
  },
)

test.each([`/${'a'.repeat(80)}`, '/home/Ada, shop/postgres', '/home/Zoë/postgres'])(
  'a path that is too long or not plain is none for a socket: %s',
  async (path) => {
    expect(await socketFolder(path)).toBe('')
  },
)
