import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../lib/repository'
import { type Mutant, MUTANTS } from './list'

/** What is wrong with a broken variant by itself, in words: `pnpm mutants` could not play it. */
async function flawsOf({ name, file, find, replace, caughtBy }: Mutant): Promise<string[]> {
  const flaws: string[] = []
  const found = (await textOf(file)).split(find).length - 1
  if (found !== 1) flaws.push(`${name}: ${file} has ${found} places that read: ${find.trim()}`)
  if (find === replace) flaws.push(`${name}: breaks nothing`)
  if ('vitest' in caughtBy && (await textOf(caughtBy.vitest)) === '') {
    flaws.push(`${name}: there is no ${caughtBy.vitest}`)
  }
  return flaws
}

const textOf = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8').catch(() => '')

test('each broken variant finds what it breaks, once, and the test that must notice', async () => {
  expect((await Promise.all(MUTANTS.map(flawsOf))).flat()).toEqual([])
})

test('one that went stale would be named', async () => {
  const stale = {
    name: 'old',
    breaks: 'I1',
    file: 'scripts/mutants/list.ts',
    find: '\u0000',
    replace: '',
    caughtBy: { vitest: 'gone.test.ts' },
  }
  expect(await flawsOf(stale)).toHaveLength(2)
  expect(await flawsOf({ ...stale, find: 'export const MUTANTS' })).toHaveLength(1)
})

test('no two have one name', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
})
