import { epochMs } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import type { PairingState, Status } from '../kiosk'
import { chooseAttention } from './attention'
import { chooseView } from './choose-view'
import { PAIRED } from './testing'

const STATUS: Status = {
  network: 'online',
  waiting: 0,
  parked: 0,
  last_sync_at: epochMs(0),
  offset_ms: 0,
  clock_warning: false,
  leads: true,
  storage_persisted: true,
  update_ready: false,
  storage_trouble: null,
}

test.each<[string, PairingState, Partial<Status>, string]>([
  ['opening', { kind: 'loading' }, {}, 'splash'],
  ['new', { kind: 'unpaired' }, {}, 'unpaired'],
  ['at work', PAIRED, {}, 'job'],
  ['another window leads', PAIRED, { leads: false }, 'other_tab'],
  ['filling', { ...PAIRED, first_sync: { rows: 3 } }, {}, 'first_sync'],
  ['revoked', { kind: 'revoked', store_name: 'Quay', unsent: 2 }, {}, 'withdrawn'],
  ['expired', { kind: 'expired', store_name: 'Quay', unsent: 0 }, {}, 'withdrawn'],
  ['emptied', { kind: 'cleared', store_name: 'Quay' }, {}, 'withdrawn'],
  ['no storage', { kind: 'loading' }, { storage_trouble: 'UNAVAILABLE' }, 'storage'],
  ['blocked', PAIRED, { storage_trouble: 'BLOCKED' }, 'storage'],
  ['storage full', PAIRED, { storage_trouble: 'QUOTA' }, 'job'],
])('%s', (_, pairing, status, kind) => {
  expect(chooseView(pairing, { ...STATUS, ...status }, true).kind).toBe(kind)
})

test('while it is not decided who leads, the scanner gets ready', () => {
  expect(chooseView(PAIRED, { ...STATUS, leads: false }, false).kind).toBe('job')
})

test('one thing at a time asks for attention, the most pressing first', () => {
  const all: Status = {
    ...STATUS,
    storage_trouble: 'QUOTA',
    clock_warning: true,
    storage_persisted: false,
    update_ready: true,
  }
  expect(chooseAttention(all, 2, false)).toBe('quota')
  expect(chooseAttention({ ...all, storage_trouble: null }, 2, false)).toBe('notices')
  expect(chooseAttention({ ...all, storage_trouble: null }, 0, false)).toBe('clock')
  const calm = { ...all, storage_trouble: null, clock_warning: false }
  expect(chooseAttention(calm, 0, false)).toBe('persist')
  expect(chooseAttention(calm, 0, true)).toBe('update')
  expect(chooseAttention(STATUS, 0, false)).toBeNull()
})
