import { expect, test, vi } from 'vitest'
import { createStore } from '../app/store'
import { PAIRED } from '../app/testing'
import type { KioskDb } from '../db/database'
import type { PairingState } from '../kiosk'
import { guardPairing } from './cleared'

/** A database that holds one thing: who the tablet is. */
function start(identity: { state: string } | undefined) {
  const held = { identity }
  const db = {
    meta: { get: async () => held.identity && { key: 'identity', value: held.identity } },
  } as unknown as KioskDb
  const stored = createStore<PairingState>({ kind: 'loading' })
  const onCleared = vi.fn<() => void>()
  return { held, stored, onCleared, ...guardPairing(db, stored, onCleared) }
}

test('a pairing that vanished from the storage is told once, and stays told', async () => {
  const { held, stored, pairing, check, onCleared } = start({ state: 'paired' })
  stored.set(PAIRED)
  await check()
  expect(pairing.get()).toBe(PAIRED)
  held.identity = undefined
  await check()
  await check()
  expect(pairing.get()).toEqual({ kind: 'cleared', store_name: 'Quay' })
  stored.set({ kind: 'unpaired' })
  expect(pairing.get().kind).toBe('cleared')
  expect(onCleared).toHaveBeenCalledTimes(1)
})

test('a revocation and a new tablet are neither', async () => {
  const { stored, pairing, onCleared } = start({ state: 'revoked' })
  stored.set({ kind: 'unpaired' })
  expect(pairing.get().kind).toBe('unpaired')
  stored.set(PAIRED)
  stored.set({ kind: 'revoked', store_name: 'Quay', unsent: 0 })
  expect(pairing.get().kind).toBe('revoked')
  expect(onCleared).not.toHaveBeenCalled()
})

test('paired again, it works again', async () => {
  const { held, stored, pairing, check } = start(undefined)
  stored.set(PAIRED)
  await check()
  held.identity = { state: 'paired' }
  stored.set({ ...PAIRED, label: 'Counter 2' })
  expect(pairing.get()).toMatchObject({ kind: 'paired', label: 'Counter 2' })
})
