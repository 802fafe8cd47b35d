/** The lint and import rules are proved by breaking them: each fixture must be refused by name. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bin, ROOT } from './lib/repository'
import { run } from './lib/run'

let folder = ''

async function put(path: string, text: string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${text}\n`)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-rules-'))
  for (const name of ['.dependency-cruiser.cjs', '.oxlintrc.json', 'tsconfig.base.json']) {
    await cp(join(ROOT, name), join(folder, name))
  }
  await put('tsconfig.json', '{ "extends": "./tsconfig.base.json", "include": ["."] }')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('import rules', () => {
  const BROKEN = [
    ['shelf-packages-domain', 'packages/domain/src/clock.ts', `import 'node:fs'`],
    ['room-packages-domain', 'packages/domain/src/up.ts', `import '../../sync/src/index'`],
    ['room-packages-protocol', 'packages/protocol/src/up.ts', `import '../../sync/src/index'`],
    ['room-server', 'server/src/reach.ts', `import '../../apps/kiosk/src/index'`],
    ['by-name-only', 'apps/kiosk/src/reach.ts', `import '../../../packages/sync/src/index'`],
    ['no-circles', 'packages/sync/src/circle-back.ts', `import './circle'`],
    ['resolvable', 'packages/ui/src/lost.ts', `import './nowhere'`],
  ] as const

  let output = ''
  beforeAll(async () => {
    await put('packages/sync/src/index.ts', 'export const one = 1')
    await put('packages/sync/src/circle.ts', `import './circle-back'`)
    await put('apps/kiosk/src/index.ts', 'export const one = 1')
    for (const [, path, text] of BROKEN) await put(path, `${text}\nexport const x = 1`)
    const result = await run(
      bin('depcruise'),
      ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'server'],
      { cwd: folder },
    )
    output = result.code === 0 ? '' : result.output
  })

  test.each(BROKEN)('%s refuses %s', (rule, path) => {
    const lines = output.split('\n').filter((line) => line.includes(`${rule}:`))
    expect(lines.join('\n')).toContain(path)
  })
})

describe('lint rules', () => {
  const BROKEN = [
    ['no-explicit-any', 'server/src/any.ts', 'export const x: any = 1'],
    [
      'no-floating-promises',
      'server/src/floating.ts',
      'export function go(): void {\n  Promise.resolve(1)\n}',
    ],
    ['no-console', 'server/src/noise.ts', `console.log('x')\nexport const x = 1`],
    [
      'switch-exhaustiveness-check',
      'server/src/switch.ts',
      `export function f(k: 'a' | 'b'): number {\n  switch (k) {\n    case 'a':\n      return 1\n  }\n  return 0\n}`,
    ],
    ['no-restricted-properties', 'packages/domain/src/now.ts', 'export const t = Date.now()'],
    ['no-restricted-globals', 'packages/domain/src/timer.ts', 'setTimeout(() => undefined, 1)'],
  ] as const

  let output = ''
  beforeAll(async () => {
    for (const [, path, text] of BROKEN) await put(path, text)
    const result = await run(bin('oxlint'), ['--type-aware', '--format=unix'], {
      cwd: folder,
      env: { OXLINT_TSGOLINT_PATH: bin('tsgolint') },
    })
    output = result.code === 0 ? '' : result.output
  })

  test.each(BROKEN)('%s refuses %s', (rule, path) => {
    const lines = output.split('\n').filter((line) => line.includes(path))
    expect(lines.join('\n')).toContain(rule)
  })
})
