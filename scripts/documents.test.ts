/** What the documents say of tests is so: each number is cited, each test that is named is there. */
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesBelow } from './lib/files-below'
import { ROOT } from './lib/repository'
import { MUTANTS } from './mutants/list'

interface Source {
  readonly path: string
  readonly text: string
}

let tests: readonly Source[] = []
let sources: readonly Source[] = []
let rules = ''
let reliability = ''
beforeAll(async () => {
  sources = await readSources()
  tests = sources.filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path))
  rules = await readFile(join(ROOT, 'docs/rules.md'), 'utf8')
  reliability = await readFile(join(ROOT, 'docs/reliability.md'), 'utf8')
})

async function readSources(): Promise<Source[]> {
  const found: Source[] = []
  for (const room of ['apps', 'e2e', 'packages', 'scripts', 'server']) {
    for await (const file of filesBelow(join(ROOT, room))) {
      if (!/\.tsx?$/.test(file)) continue
      found.push({ path: relative(ROOT, file), text: await readFile(file, 'utf8') })
    }
  }
  return found
}

describe('docs/rules.md', () => {
  const NUMBER = /R-\d{3}/g
  const told = () => new Set([...rules.matchAll(/^- \*\*(R-\d{3}) /gm)].map(([, number]) => number))

  test('each number is cited by a test', () => {
    const cited = new Set(tests.flatMap(({ text }) => text.match(NUMBER) ?? []))
    expect(told().size).toBeGreaterThan(50)
    expect([...told()].filter((number) => number !== undefined && !cited.has(number))).toEqual([])
  })

  test('no number is cited that it does not tell of', () => {
    const known = told()
    const stray = sources.flatMap(({ path, text }) =>
      (text.match(NUMBER) ?? []).filter((number) => !known.has(number)).map((n) => `${path}: ${n}`),
    )
    expect(stray).toEqual([])
  })
})

describe('docs/reliability.md', () => {
  /** A test by its file, as the document writes it: `ingest/together`, `nodes.spec.ts`, `sync/model`. */
  const NAMED = /`((?:[\w-]+\/)*[\w-]+(?:\.(?:spec|test)\.ts)?)`(?: "([^"]+)")?/g
  const isFile = (name: string): boolean => /\/|\.(spec|test)\.ts$/.test(name) && name !== 'e2e/sim'

  /** Folders may be left out, as in `domain/day` for `packages/domain/src/day.test.ts`. */
  function filesOf(name: string): readonly Source[] {
    const parts = name.replace(/\.(spec|test)\.ts$/, '').split('/')
    const [file = '', ...rest] = parts.toReversed()
    return tests.filter(({ path }) => {
      const folders = path.split('/')
      const ends = new RegExp(`^${file}\\.(test|spec)\\.tsx?$`).test(folders.at(-1) ?? '')
      return ends && rest.every((folder) => folders.includes(folder))
    })
  }

  test('each test that is named is there, and says what is quoted', () => {
    const named = [...reliability.matchAll(NAMED)].filter(([, name = '']) => isFile(name))
    expect(named.length).toBeGreaterThan(80)
    const missing = named
      .filter(
        ([, name = '', title = '']) => !filesOf(name).some(({ text }) => text.includes(title)),
      )
      .map(([whole]) => whole)
    expect(missing).toEqual([])
  })

  test('each promise has a test and a broken variant', () => {
    const rows = [...reliability.matchAll(/^\| (I\d+) +\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)]
    expect(rows.map(([, number]) => number)).toEqual(
      Array.from({ length: 15 }, (_, index) => `I${index + 1}`),
    )
    const broken = new Set(MUTANTS.map(({ breaks }) => breaks))
    const bare = rows.filter(([, number = '', , named = '', variants = '']) =>
      [broken.has(number) ? number : '', named, variants].some((cell) => cell.trim() === ''),
    )
    expect(bare).toEqual([])
  })
})
