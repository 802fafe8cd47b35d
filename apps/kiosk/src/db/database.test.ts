import { EFFECT_TABLES, OP_TABLES, REPLICA_TABLES } from '@counterfoil/sync'
import { expect, test } from 'vitest'
import { KioskDb } from './database'

test('every table is the server’s copy, an effect, or named here: none is forgotten with people', () => {
  const { tables } = new KioskDb()
  const own = ['meta', 'outbox', 'notices']
  expect([...REPLICA_TABLES, ...EFFECT_TABLES, ...own].toSorted()).toEqual(
    tables.map(({ name }) => name).toSorted(),
  )
  expect(OP_TABLES).not.toContain('notices')
})
