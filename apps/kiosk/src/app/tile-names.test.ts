import { epochMs } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { ANNA, NOW } from './testing'
import { byLastUse, tileNames } from './tile-names'

const person = (id: string, name: string, last: number | null = null) => ({
  ...ANNA,
  id,
  name,
  personnel_number: id,
  last_used_at: last === null ? null : epochMs(NOW + last),
})

test('first names, longer only where two look alike', () => {
  const names = tileNames([
    person('1', 'Anna Weber'),
    person('2', 'Anna Schmit'),
    person('3', 'Marc Thill'),
    person('4', 'Lou Weber'),
    person('5', 'Lou Wagner'),
    person('6', 'Bob'),
    person('7', 'Bob'),
  ])
  expect([...names.values()]).toEqual([
    'Anna W.',
    'Anna S.',
    'Marc',
    'Lou W. 4',
    'Lou W. 5',
    'Bob 6',
    'Bob 7',
  ])
})

test('the latest first, then by name', () => {
  const people = [
    person('1', 'Zoé'),
    person('2', 'Anna'),
    person('3', 'Marc', -5),
    person('4', 'Lou', -1),
  ]
  expect(byLastUse(people).map(({ name }) => name)).toEqual(['Lou', 'Marc', 'Anna', 'Zoé'])
})
