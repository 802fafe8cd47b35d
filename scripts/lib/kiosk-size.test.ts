import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KIOSK_LIMIT, measureKiosk } from './kiosk-size'

let dist = ''

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'counterfoil-size-'))
  await mkdir(join(dist, 'assets'))
  const big = randomBytes(KIOSK_LIMIT).toString('hex')
  await writeFile(
    join(dist, 'index.html'),
    '<script type="module" crossorigin src="/kiosk/assets/main.js"></script>',
  )
  await writeFile(
    join(dist, 'assets/main.js'),
    'import{a}from"./shared.js";import"./bare.js";const b=()=>import("./decoder.js");a(b)',
  )
  await writeFile(join(dist, 'assets/shared.js'), `import"./main.js";export const a='${big}'`)
  await writeFile(join(dist, 'assets/bare.js'), '0')
  await writeFile(join(dist, 'assets/decoder.js'), `'${big}'`)
  await writeFile(join(dist, 'assets/for-kiosk-en.js'), "'Stamp'")
  await writeFile(join(dist, 'assets/for-kiosk-de.js'), `'${big.slice(0, 99)}'`)
})

afterAll(() => rm(dist, { recursive: true, force: true }))

test('static imports count once, the largest language too, what is loaded later does not, and too much is seen', async () => {
  const { files, total } = await measureKiosk(dist)
  expect(files.map(({ name }) => name)).toEqual([
    'assets/main.js',
    'assets/shared.js',
    'assets/bare.js',
    'assets/for-kiosk-de.js',
  ])
  expect(total).toBeGreaterThan(KIOSK_LIMIT)
  expect(total).toBeLessThan(2 * KIOSK_LIMIT)
})
