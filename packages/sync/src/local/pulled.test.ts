import { expect, test } from 'vitest'
import { memoryTables } from '../testing/memory-tables'
import { applyPage } from './apply-page'
import { readCursor } from './pulled'
import { writeMeta } from './tables'

const PAGE = {
  cursor: 'here',
  more: false,
  reset: false,
  server_time: 0 as never,
  changes: [],
  doors: null,
}

test('a pull goes on where it was', async () => {
  const tables = memoryTables()
  expect(await readCursor(tables)).toBeNull()
  await applyPage(tables, PAGE)
  expect(await readCursor(tables)).toBe('here')
})

test('a place that a version with other entities has written is no place', async () => {
  const tables = memoryTables()
  await applyPage(tables, PAGE)
  await writeMeta(tables, 'pulled', { cursor: 'there', understood: '1 card program' })
  expect(await readCursor(tables)).toBeNull()
})
