import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ROOT } from './repository'
import { dropStamp, isFresh, keepStamp, stampOf, type Stampable } from './stamp'

let folder = ''
let target: Stampable = { name: '', sources: [], product: '' }

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

beforeAll(async () => {
  await mkdir(join(ROOT, '.cache'), { recursive: true })
  folder = await mkdtemp(join(ROOT, '.cache', 'stamp-test-'))
  const inside = relative(ROOT, folder)
  target = { name: 'stamp-test', sources: [`${inside}/src`], product: `${inside}/dist/main.js` }
  await mkdir(join(folder, 'src/dist'), { recursive: true })
  await mkdir(join(folder, 'dist'))
})

afterAll(async () => {
  await dropStamp(target)
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await put('src/a.ts', 'one')
  await put('dist/main.js', 'built')
  await keepStamp(target, await stampOf(target))
})

test('what was built from these sources is fresh', async () => {
  expect(await isFresh(target)).toBe(true)
})

test.each([
  ['a changed file', () => put('src/a.ts', 'two')],
  ['a new file', () => put('src/b.ts', '')],
  ['a missing product', () => rm(join(folder, 'dist/main.js'))],
  ['a build that never ended', () => dropStamp(target)],
])('%s makes it stale', async (_, change) => {
  await change()
  expect(await isFresh(target)).toBe(false)
  await rm(join(folder, 'src/b.ts'), { force: true })
})

test('tests and build products do not', async () => {
  await put('src/a.test.ts', 'expect')
  await put('src/dist/main.js', 'built')
  expect(await isFresh(target)).toBe(true)
})
