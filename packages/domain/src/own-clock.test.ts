import { expect, test } from 'vitest'
import type { PunchAction } from './op'
import { ownClock } from './own-clock'
import { DEFAULT_SHEET_RULES } from './sheet-rules'
import { epochMs, type EpochMs, HOUR, MINUTE } from './time'

const ZONE = 'Europe/Luxembourg'
const PLACE = { time_zone: ZONE, zoneOf: () => ZONE, rules: DEFAULT_SHEET_RULES }
const time = (text: string): EpochMs => epochMs(Date.parse(text))
let seq = 0
const punch = (action: PunchAction, text: string) => {
  seq += 1
  return { op_id: `${action} ${text}`, action, at: time(text), seq, store_id: 'store' }
}
const MORNING = punch('in', '2026-11-20T07:58:00Z')

test('nobody’s punches: out, nothing today', () => {
  const own = ownClock([], PLACE, time('2026-11-20T10:00Z'))
  expect(own).toMatchObject({ presence: 'out', since: null, days: [], worked: 0 })
  expect(own.today).toMatchObject({ day: '2026-11-20', worked: 0 })
})

test('R-127 who is in counts up to now, on a break up to its start', () => {
  const now = time('2026-11-20T11:58Z')
  expect(ownClock([MORNING], PLACE, now)).toMatchObject({
    presence: 'in',
    since: MORNING.at,
    today: { worked: 4 * HOUR, paused: 0 },
  })
  const pause = punch('break_start', '2026-11-20T10:58Z')
  expect(ownClock([MORNING, pause], PLACE, now)).toMatchObject({
    presence: 'break',
    since: pause.at,
    today: { worked: 3 * HOUR, paused: HOUR },
  })
})

test('a punch of this very millisecond is before now', () => {
  const own = ownClock([MORNING], PLACE, MORNING.at)
  expect(own).toMatchObject({ presence: 'in', since: MORNING.at })
})

test('a shift that never ended counts nothing more and says so', () => {
  const own = ownClock([MORNING], PLACE, time('2026-11-22T10:00Z'))
  expect(own).toMatchObject({ presence: 'in', since: MORNING.at, today: { worked: 0 } })
  expect(own.days).toMatchObject([{ day: '2026-11-20', worked: 0, unclear: true }])
})

test('a night belongs to both its days, each with its part', () => {
  const night = [punch('in', '2026-11-19T21:00Z'), punch('out', '2026-11-20T02:30Z')]
  const own = ownClock(night, PLACE, time('2026-11-20T10:00Z'))
  expect(own.days.map(({ day, worked }) => [day, worked / MINUTE])).toEqual([
    ['2026-11-20', 210],
    ['2026-11-19', 120],
  ])
  expect(own.days[0]?.spans).toEqual([
    { from: own.days[0]?.from, until: time('2026-11-20T02:30Z') },
  ])
})

test('R-127 a fortnight, and not a day more', () => {
  const old = [punch('in', '2026-11-06T08:00Z'), punch('out', '2026-11-06T09:00Z')]
  const first = [punch('in', '2026-11-07T08:00Z'), punch('out', '2026-11-07T10:00Z')]
  const own = ownClock([...old, ...first], PLACE, time('2026-11-20T10:00Z'))
  expect(own.days.map(({ day }) => day)).toEqual(['2026-11-07'])
  expect(own.worked).toBe(2 * HOUR)
})
