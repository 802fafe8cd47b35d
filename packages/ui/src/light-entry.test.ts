import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = dirname(fileURLToPath(import.meta.url))

function fileOf(base: string): string | undefined {
  return ['.ts', '.tsx', ''].map((ending) => base + ending).find((path) => existsSync(path))
}

/** Every package that a file imports, by itself or through its neighbours. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>()
  if (seen.has(file)) return found
  seen.add(file)
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
    if (!name.startsWith('.')) {
      found.add(name.startsWith('lucide-react/icons/') ? 'lucide-react/icons' : name)
      continue
    }
    const next = fileOf(resolve(dirname(file), name))
    if (next === undefined) throw new Error(`${file} imports ${name}, which is not there`)
    for (const each of packagesOf(next, seen)) found.add(each)
  }
  return found
}

test('the light entry stays light: React, single icons and our own texts', () => {
  expect([...packagesOf(resolve(src, 'index.ts'))].toSorted()).toEqual([
    '@counterfoil/messages',
    'lucide-react/icons',
    'react',
  ])
})

test('the console entry takes icons one by one too', () => {
  expect(packagesOf(resolve(src, 'console/index.ts'))).not.toContain('lucide-react')
})
