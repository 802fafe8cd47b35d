import { ENDPOINTS } from '@counterfoil/protocol'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop, PIN } from '../../sync/testing'

const VERIFIER = fileURLToPath(new URL('../../../../tools/verify-ledger.mjs', import.meta.url))
const NAME = 'מיכל "כהן"'
const REASON = '=cmd|"/C calc"!A0,\nand more ‮ ☕'

let shop: IngestShop
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-export-'))
  shop = await IngestShop.open()
  const tablet = await shop.tablet()
  const body = { name: NAME, personnel_number: '7', pin: PIN }
  const { staff } = (await shop.shop.call(ENDPOINTS.createStaff, { body })).body
  const signOn = await tablet.signOn(staff.id, PIN)
  const card = await shop.freeCard()
  const stamps = [1, 2, 3].map((count) => tablet.stamp(card.token, { count, sign_on: signOn.id }))
  const undo = { op_id: stamps[1]?.id, reason: REASON }
  await tablet.push([signOn, ...stamps, tablet.op('op.void', undo, { sign_on: signOn.id })])
})
afterAll(async () => {
  await shop.close()
  await rm(folder, { recursive: true })
})

async function download(format: string) {
  const path = `/api/v1/merchant/ledger/export?format=${format}`
  const response = await shop.server.app.request(path, {
    headers: { authorization: await shop.bearer() },
  })
  // As bytes: reading it as text would take the byte order mark away.
  const text = Buffer.from(await response.arrayBuffer()).toString()
  return { status: response.status, headers: response.headers, text }
}

/** What the verifier says of a file, and its exit code. */
function verifier(...args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, ...args], (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, said: (stdout + stderr).trim() })
    })
  })
}

async function verified(name: string, text: string, ...points: readonly string[]) {
  const file = join(folder, name)
  await writeFile(file, text)
  return verifier(file, ...points)
}

test('JSON Lines hold what was hashed, after a line about the whole', async () => {
  const { status, headers, text } = await download('jsonl')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="ledger-2026-11-20.jsonl"')
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toHaveLength(6)
  expect(lines[0]).toMatchObject({ ledger: { merchant_id: shop.merchant_id, n: 5 } })
  expect(lines[5]).toMatchObject({ entry: { n: 5, kind: 'op.void', stamps: -2, note: REASON } })
})

test('CSV keeps names and notes of any script on their line, and no formula', async () => {
  const { headers, text } = await download('csv')
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(text.startsWith('\ufeffn,id,op_id,')).toBe(true)
  expect(text).toContain(`"${NAME.replaceAll('"', '""')}"`)
  expect(text).toContain(`"'=cmd|""/C calc""!A0,\nand more ‮ ☕"`)
  expect(text).not.toMatch(/(^|,|\r\n)"?[=+@]/)
})

test('other formats, and other merchants’ people, get nothing', async () => {
  expect((await download('xml')).status).toBe(422)
  const rival = await shop.server.shop('rival')
  const response = await rival.call(ENDPOINTS.verifyLedger, { body: {} })
  expect(response.body.verification.n).toBe(0)
})

describe('the verifier that knows nothing of us', () => {
  test.each(['jsonl', 'csv'])('finds a real export whole (%s)', async (format) => {
    const { text } = await download(format)
    const { code, said } = await verified(`ledger.${format}`, text)
    expect(said).toMatch(/^Whole: 5 entries, the last with the hash [0-9a-f]{64}\.$/)
    expect(code).toBe(0)
    const hash = /hash ([0-9a-f]{64})/.exec(said)?.[1] ?? ''
    expect((await verified(`ledger.${format}`, text, `5:${hash}`)).code).toBe(0)
    const other = await verified(`ledger.${format}`, text, `4:${hash}`)
    expect(other).toEqual({ code: 1, said: 'Not whole: entry 4 is not the one noted earlier.' })
    const later = await verified(`ledger.${format}`, text, `9:${hash}`)
    expect(later.said).toContain('before entry 9 noted earlier')
  })

  const CHANGES: readonly (readonly [string, string, (lines: string[]) => string[], RegExp])[] = [
    ['an altered entry', 'jsonl', edit(3, '"stamps":2', '"stamps":9'), /entry 3 was changed/],
    ['a removed one', 'jsonl', (lines) => lines.toSpliced(2, 1), /entry 2 is missing/],
    ['swapped ones', 'jsonl', swap(2, 3), /entry 2 is missing: in its place stands 3/],
    ['a lost end', 'jsonl', (lines) => lines.slice(0, -1), /says of itself that it has 5/],
    ['a cut line', 'jsonl', (lines) => [...lines.slice(0, -1), '{"entry":'], /Not whole/],
    [
      'an altered text',
      'csv',
      edit(3, '""stamps"":2', '""stamps"":9'),
      /stamps says 2, hashed was 9/,
    ],
    ['an altered cell', 'csv', edit(2, 'accepted', 'rejected'), /status says rejected/],
    ['a removed row', 'csv', (lines) => lines.toSpliced(2, 1), /entry 2 is missing/],
  ]
  test.each(CHANGES)('notices %s (%s)', async (_, format, change, said) => {
    const { text } = await download(format)
    const end = format === 'csv' ? '\r\n' : '\n'
    const lines = text.trimEnd().split(end)
    const answer = await verified(`changed.${format}`, `${change(lines).join(end)}${end}`)
    expect(answer).toEqual({ code: 1, said: expect.stringMatching(said) })
  })

  test('a chain that was made by somebody else’s rule does not pass', async () => {
    const { text } = await download('jsonl')
    const { code } = await verified(
      'other.jsonl',
      text.replaceAll('loyalty.stamp', 'loyalty.stomp'),
    )
    expect(code).toBe(1)
  })

  test('says how it is used', async () => {
    expect(await verifier()).toMatchObject({ code: 2, said: expect.stringMatching(/^Usage:/) })
  })
})

/** Lines count from the head line, 0. */
function edit(line: number, from: string, to: string) {
  return (lines: string[]) => lines.with(line, (lines[line] ?? '').replace(from, to))
}

function swap(a: number, b: number) {
  return (lines: string[]) => lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
}

describe('the console’s button', () => {
  test('verifies, and what it finds is kept in the audit', async () => {
    const answer = await shop.shop.call(ENDPOINTS.verifyLedger, { body: {} })
    expect(answer.body.verification).toMatchObject({ n: 5, difference: null })
    const { items } = (await shop.shop.call(ENDPOINTS.listAudit, { query: { limit: '1' } })).body
    const { n, hash } = answer.body.verification
    expect(items[0]).toMatchObject({
      action: 'ledger.verify',
      detail: { n, hash, difference: null },
    })
  })

  test('is for owners alone', async () => {
    const answer = await shop.shop.as('manager', ENDPOINTS.verifyLedger, { body: {} })
    expect(answer.status).toBe(403)
  })
})
