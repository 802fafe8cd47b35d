import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateDatabase } from '../../server/src/db/migrate'
import { createTestDatabase, type TestDatabase } from '../../server/src/testing/test-database'
import { Nodes } from './nodes'
import { simulate } from './simulate'

let databases: TestDatabase[]
let worlds: Nodes[]
beforeAll(async () => {
  databases = await Promise.all([0, 1].map(() => createTestDatabase(migrateDatabase)))
  worlds = databases.map(({ url }) => Nodes.open(url))
})
afterAll(async () => {
  await Promise.all(worlds.map((nodes) => nodes.close()))
  await Promise.all(databases.map((database) => database.drop()))
})

test.each([1, 14])('seed %i, played twice, gives the same lines', async (seed) => {
  const [first, again] = [await simulate(pick(0), seed), await simulate(pick(1), seed)]
  expect(first.faults).toEqual([])
  expect(first.operations).toBeGreaterThan(20)
  expect(again.trace).toEqual(first.trace)
})

function pick(nth: number): Nodes {
  const nodes = worlds[nth]
  if (nodes === undefined) throw new Error('no such world')
  return nodes
}
