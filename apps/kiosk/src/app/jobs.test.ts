import type { Job } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { chooseJob, jobOfAddress, jobsInOrder } from './jobs'

test.each<[string, readonly Job[], Job | null, Job | null]>([
  ['the one used last', ['loyalty', 'door'], 'door', 'door'],
  ['its first where it never chose', ['clock', 'door'], null, 'door'],
  ['its first where the wanted one was taken from it', ['clock'], 'door', 'clock'],
  ['nothing where it has none', [], 'door', null],
])('a tablet shows %s', (_, jobs, wanted, shown) => {
  expect(chooseJob(jobs, wanted)).toBe(shown)
})

test('the switch has one order, however the server lists them', () => {
  expect(jobsInOrder(['clock', 'loyalty', 'door', 'door'])).toEqual(['loyalty', 'door', 'clock'])
})

test.each([
  ['?job=door', 'door'],
  ['?source=pwa&job=clock', 'clock'],
  ['?job=kitchen', null],
  ['', null],
])('%j asks for %j', (search, job) => {
  expect(jobOfAddress(search)).toBe(job)
})
