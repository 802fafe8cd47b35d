import { describe, expect, test } from 'vitest'
import {
  amend,
  hours,
  hoursByDay,
  instant,
  moment,
  moments,
  oddities,
  sheet,
  spansIn,
} from './testing-sheet'

const DAY = moments(
  'in 2026-11-20T07:00Z',
  'break_start 2026-11-20T11:00Z',
  'break_end 2026-11-20T11:30Z',
  'out 2026-11-20T15:30Z',
)

describe('R-121 shifts', () => {
  test('from coming to going, without the break', () => {
    const read = sheet(DAY)
    expect(hoursByDay(read)).toEqual({ '2026-11-20': 8 })
    expect(spansIn(read)).toEqual(['07:00–11:00', '11:30–15:30', 'break 11:00–11:30'])
    expect(hours(read.total.paused)).toBe(0.5)
    expect(read.anomalies).toEqual([])
  })

  test('whoever goes home during a break was on it until then', () => {
    const read = sheet(
      moments('in 2026-11-20T07:00Z', 'break_start 2026-11-20T11:00Z', 'out 2026-11-20T12:00Z'),
    )
    expect(spansIn(read)).toEqual(['07:00–11:00', 'break 11:00–12:00'])
    expect(read.anomalies).toEqual([])
  })

  test('at work still: shown, counted as far as it is certain, nothing odd', () => {
    const now = instant('2026-11-20T19:00Z')
    const read = sheet(DAY.slice(0, 2), { now })
    expect(hoursByDay(read)).toEqual({ '2026-11-20': 4 })
    expect(read.shifts[0]).toMatchObject({ end: null })
    expect(read.anomalies).toEqual([])
  })

  test.each([
    ['2026-11-20T19:00Z', 0],
    ['2026-11-20T19:00:00.001Z', 1],
  ])('an open shift lacks its end more than 12 hours on: at %s %i', (now, odd) => {
    expect(sheet(moments('in 2026-11-20T07:00Z'), { now: instant(now) }).anomalies.length).toBe(odd)
  })
})

describe('R-122 what does not fit', () => {
  test.each([
    { told: ['out 2026-11-20T15:00Z'], odd: ['MISSING_IN 2026-11-20T15:00Z'], worked: 0 },
    {
      told: ['in 2026-11-19T07:00Z', 'in 2026-11-20T07:00Z', 'out 2026-11-20T15:00Z'],
      odd: ['MISSING_OUT 2026-11-19T07:00Z'],
      worked: 8,
    },
    {
      told: ['break_end 2026-11-20T11:00Z', 'out 2026-11-20T15:00Z'],
      odd: ['MISSING_IN 2026-11-20T11:00Z'],
      worked: 4,
    },
    {
      told: [
        'break_start 2026-11-20T10:00Z',
        'break_end 2026-11-20T11:00Z',
        'out 2026-11-20T15:00Z',
      ],
      odd: ['MISSING_IN 2026-11-20T10:00Z'],
      worked: 4,
    },
    {
      told: ['in 2026-11-20T07:00Z', 'break_end 2026-11-20T08:00Z', 'out 2026-11-20T09:00Z'],
      odd: ['BREAK_UNCLEAR 2026-11-20T08:00Z'],
      worked: 2,
    },
    {
      told: ['in 2026-11-20T07:00Z', 'out 2026-11-20T19:00Z'],
      odd: [],
      worked: 12,
    },
    {
      told: ['in 2026-11-20T07:00Z', 'out 2026-11-20T19:01Z'],
      odd: ['LONG_SHIFT 2026-11-20T19:01Z'],
      worked: 12 + 1 / 60,
    },
  ])('$told: $odd', ({ told, odd, worked }) => {
    const read = sheet(moments(...told))
    expect(oddities(read)).toEqual(odd)
    expect(hours(read.total.worked)).toBeCloseTo(worked, 9)
  })

  test('one shift told twice is one, from its first in to its last out', () => {
    const read = sheet(
      moments(
        'in 2026-11-20T07:00Z',
        'in 2026-11-20T07:03Z',
        'out 2026-11-20T15:00Z',
        'out 2026-11-20T15:05Z',
      ),
    )
    expect(spansIn(read)).toEqual(['07:00–15:05'])
    expect(oddities(read)).toEqual(['OVERLAP 2026-11-20T07:03Z'])
  })

  test('two ins that lie further apart than a long shift are not the same one', () => {
    const read = sheet(
      moments(
        'in 2026-11-19T07:00Z',
        'in 2026-11-20T07:00Z',
        'out 2026-11-20T15:00Z',
        'out 2026-11-20T15:05Z',
      ),
    )
    expect(hours(read.total.worked)).toBe(8)
    expect(oddities(read)).toEqual([
      'MISSING_OUT 2026-11-19T07:00Z',
      'MISSING_IN 2026-11-20T15:05Z',
    ])
  })
})

describe('R-120 amendments', () => {
  const forgot = moments('in 2026-11-20T07:00Z')
  const added = amend(1, null, 'out 2026-11-20T15:00Z')

  test('add what is missing, strike what is wrong, move by both', () => {
    expect(hours(sheet(forgot, { amendments: [added] }).total.worked)).toBe(8)
    const moved = amend(2, 'in 2026-11-20T07:00Z', 'in 2026-11-20T08:00Z')
    expect(hours(sheet(forgot, { amendments: [added, moved] }).total.worked)).toBe(7)
    const struck = amend(3, 'in 2026-11-20T07:00Z')
    expect(oddities(sheet(forgot, { amendments: [struck] }))).toEqual([])
  })

  test('striking an amendment undoes all it did, and striking that brings it back', () => {
    const moved = amend(2, 'in 2026-11-20T07:00Z', 'in 2026-11-20T08:00Z')
    const undone = amend(3, 'amendment 2')
    expect(hours(sheet(forgot, { amendments: [added, moved, undone] }).total.worked)).toBe(8)
    const again = amend(4, 'amendment 3')
    expect(hours(sheet(forgot, { amendments: [added, moved, undone, again] }).total.worked)).toBe(7)
  })
})

describe('R-124 rounding', () => {
  const late = moments('in 2026-11-20T07:02:30Z', 'out 2026-11-20T15:07:30Z')
  test.each([
    { rules: { round_minutes: 0 }, spans: ['07:02–15:07'], worked: 8 + 5 / 60 },
    { rules: {}, spans: ['07:02–15:07'], worked: 8 + 5 / 60 },
    { rules: { round_minutes: 5 }, spans: ['07:00–15:05'], worked: 8 + 5 / 60 },
    {
      rules: { round_minutes: 15, round_coming: 'up', round_going: 'down' },
      spans: ['07:15–15:00'],
      worked: 7.75,
    },
    {
      rules: { round_minutes: 15, round_coming: 'nearest', round_going: 'nearest' },
      spans: ['07:00–15:15'],
      worked: 8.25,
    },
  ] as const)('$rules: $spans', ({ rules, spans, worked }) => {
    const read = sheet(late, { rules })
    expect(spansIn(read)).toEqual(spans)
    expect(hours(read.total.worked)).toBeCloseTo(worked, 9)
    expect(read.shifts[0]?.raw.start).toEqual(late[0])
  })

  test('never turns a shift around, nor lets two overlap', () => {
    const rules = { round_minutes: 30, round_coming: 'down', round_going: 'up' } as const
    const read = sheet(
      moments(
        'in 2026-11-20T07:05Z',
        'out 2026-11-20T09:05Z',
        'in 2026-11-20T09:10Z',
        'out 2026-11-20T09:20Z',
      ),
      { rules },
    )
    expect(spansIn(read)).toEqual(['07:00–09:30'])
    const short = { round_minutes: 30, round_coming: 'up', round_going: 'down' } as const
    const brief = moments('in 2026-11-20T07:05Z', 'out 2026-11-20T07:25Z')
    expect(hours(sheet(brief, { rules: short }).total.worked)).toBe(0)
  })

  test('goes by the clock on the wall, where that stands at a quarter', () => {
    const read = sheet(moments('in 2026-11-20T06:20Z', 'out 2026-11-20T07:20Z'), {
      zoneOf: () => 'Asia/Kathmandu',
      rules: { round_minutes: 30, round_coming: 'down', round_going: 'down' },
    })
    // 12:05 and 13:05 there.
    expect(spansIn(read)).toEqual(['06:15–07:15'])
  })
})

describe('R-125 automatic breaks', () => {
  const automatic_breaks = [
    { after_minutes: 360, minutes: 30 },
    { after_minutes: 540, minutes: 45 },
  ]
  test.each([
    { out: '13:00Z', worked: 6, paused: 0 },
    { out: '13:10Z', worked: 6, paused: 10 / 60 },
    { out: '13:30Z', worked: 6, paused: 0.5 },
    { out: '15:00Z', worked: 7.5, paused: 0.5 },
    { out: '16:30Z', worked: 9, paused: 0.5 },
    { out: '17:00Z', worked: 9.25, paused: 0.75 },
  ])('in at 7, out at $out: $worked h of work', ({ out, worked, paused }) => {
    const read = sheet(moments('in 2026-11-20T07:00Z', `out 2026-11-20T${out}`), {
      rules: { automatic_breaks },
    })
    expect(hours(read.total.worked)).toBeCloseTo(worked, 9)
    expect(hours(read.total.paused)).toBeCloseTo(paused, 9)
  })

  test('lie where the work that is allowed without is done', () => {
    const read = sheet(moments('in 2026-11-20T07:00Z', 'out 2026-11-20T15:00Z'), {
      rules: { automatic_breaks },
    })
    expect(spansIn(read)).toEqual(['07:00–13:00', '13:30–15:00', 'automatic 13:00–13:30'])
  })

  test('what was taken counts; only the rest is put in', () => {
    const read = sheet(
      moments(
        'in 2026-11-20T07:00Z',
        'break_start 2026-11-20T10:00Z',
        'break_end 2026-11-20T10:20Z',
        'out 2026-11-20T15:00Z',
      ),
      { rules: { automatic_breaks } },
    )
    expect(hours(read.total.paused)).toBeCloseTo(0.5, 9)
  })
})

describe('R-126 days, weeks and months', () => {
  test('complaint 17: midnight in the store’s zone parts a night shift', () => {
    const read = sheet(moments('in 2026-11-20T21:00Z', 'out 2026-11-21T05:00Z'))
    expect(hoursByDay(read)).toEqual({ '2026-11-20': 2, '2026-11-21': 6 })
    expect(read.shifts.map(({ day }) => day)).toEqual(['2026-11-20'])
  })

  test.each([
    { night: 'clocks go forward', came: '2026-03-28T21:00Z', went: '2026-03-29T05:00Z', after: 6 },
    { night: 'clocks go back', came: '2026-10-24T20:00Z', went: '2026-10-25T05:00Z', after: 7 },
  ])(
    'complaint 17: the night when $night counts the hours that passed',
    ({ came, went, after }) => {
      const read = sheet(moments(`in ${came}`, `out ${went}`), {
        from: '2026-03-01',
        to: '2026-10-31',
      })
      const parts = Object.values(hoursByDay(read))
      expect(parts).toEqual([parts[0], after])
      const passed = (Date.parse(went) - Date.parse(came)) / 3_600_000
      expect(hours(read.total.worked)).toBe(passed)
    },
  )

  test('a range takes its own days of a shift that reaches into it', () => {
    const night = moments('in 2026-11-20T21:00Z', 'out 2026-11-21T05:00Z')
    const range = (from: string, to: string) => hoursByDay(sheet(night, { from, to }))
    expect(range('2026-11-21', '2026-11-21')).toEqual({ '2026-11-21': 6 })
    expect(range('2026-11-20', '2026-11-20')).toEqual({ '2026-11-20': 2 })
    expect(range('2026-11-22', '2026-11-23')).toEqual({})
  })

  test('weeks are ISO’s, over the end of a year as well', () => {
    const read = sheet(
      moments(
        'in 2026-12-31T08:00Z',
        'out 2026-12-31T10:00Z',
        'in 2027-01-01T08:00Z',
        'out 2027-01-01T09:00Z',
        'in 2027-01-04T08:00Z',
        'out 2027-01-04T09:00Z',
      ),
      { from: '2026-12-28', to: '2027-01-10', now: instant('2027-02-01T00:00Z') },
    )
    const worked = (all: typeof read.weeks) =>
      [...all].map(([key, sum]) => [key, hours(sum.worked)])
    expect(worked(read.weeks)).toEqual([
      ['2026-W53', 3],
      ['2027-W01', 1],
    ])
    expect(worked(read.months)).toEqual([
      ['2026-12', 2],
      ['2027-01', 2],
    ])
  })

  test('a shift belongs to the store where it began, and to that store’s days', () => {
    const punches = [
      moment('in 2026-11-20T22:30Z', 'london'),
      moment('out 2026-11-21T01:00Z', 'paris'),
    ]
    const zoneOf = (id: string) => (id === 'london' ? 'Europe/London' : 'Europe/Paris')
    expect(hoursByDay(sheet(punches, { zoneOf }))).toEqual({ '2026-11-20': 1.5, '2026-11-21': 1 })
    expect(hoursByDay(sheet(punches, { zoneOf, store_id: 'paris' }))).toEqual({})
  })
})
