import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { createTestDatabase } from './test-database'

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query(sql)
    return result.rows
  } finally {
    await client.end()
  }
}

describe('test databases', () => {
  test('every test file gets its own copy of a template that is migrated once', async () => {
    let migrations = 0
    const migrate = async (url: string): Promise<void> => {
      migrations += 1
      await run(url, 'CREATE TABLE seen (n int)')
    }
    const [one, two] = await Promise.all([
      createTestDatabase(migrate, 'self-test'),
      createTestDatabase(migrate, 'self-test'),
    ])
    await run(one.url, 'INSERT INTO seen VALUES (1)')
    expect(await run(one.url, 'SELECT n FROM seen')).toEqual([{ n: 1 }])
    expect(await run(two.url, 'SELECT n FROM seen')).toEqual([])
    expect(migrations).toBe(1)
    await Promise.all([one.drop(), two.drop()])
    await expect(run(one.url, 'SELECT 1')).rejects.toThrow('does not exist')
  })

  test('a template whose migration failed is built anew by the next caller', async () => {
    const failing = createTestDatabase(async (url) => {
      await run(url, 'CREATE TABLE half (n int)')
      throw new Error('power cut')
    }, 'broken')
    await expect(failing).rejects.toThrow('power cut')
    const database = await createTestDatabase(
      async (url) => void (await run(url, 'CREATE TABLE half (n int)')),
      'broken',
    )
    expect(await run(database.url, 'SELECT n FROM half')).toEqual([])
    await database.drop()
  })
})
