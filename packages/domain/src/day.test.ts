import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBounds, instantAt, localDayOf, localTimeOf, nextDay, startOfDay } from './day'
import { epochMs, HOUR, instantMs, plus } from './time'

describe('R-002 a day belongs to a place', () => {
  test.each([
    { day: '2026-11-20', zone: 'Europe/Luxembourg', hours: 24 },
    { day: '2026-03-29', zone: 'Europe/Luxembourg', hours: 23 },
    { day: '2026-10-25', zone: 'Europe/Luxembourg', hours: 25 },
    { day: '2026-03-08', zone: 'America/New_York', hours: 23 },
    { day: '2026-11-01', zone: 'America/New_York', hours: 25 },
    // Half an hour of summer time, and zones that are half an hour off all year.
    { day: '2026-10-04', zone: 'Australia/Lord_Howe', hours: 23.5 },
    { day: '2026-04-05', zone: 'Australia/Lord_Howe', hours: 24.5 },
    { day: '2026-04-05', zone: 'Australia/Adelaide', hours: 25 },
    { day: '2026-11-20', zone: 'Asia/Kolkata', hours: 24 },
    { day: '2026-11-20', zone: 'Asia/Kathmandu', hours: 24 },
    // Clocks change at midnight: the day begins at one, or its last hour comes twice.
    { day: '2026-09-05', zone: 'America/Santiago', hours: 24 },
    { day: '2026-09-06', zone: 'America/Santiago', hours: 23 },
    { day: '2026-04-04', zone: 'America/Santiago', hours: 25 },
    { day: '2026-03-29', zone: 'Asia/Beirut', hours: 23 },
    { day: '2026-10-24', zone: 'Asia/Beirut', hours: 25 },
    { day: '2026-11-01', zone: 'America/Havana', hours: 25 },
    // The island that crossed the date line had no 30 December 2011.
    { day: '2011-12-29', zone: 'Pacific/Apia', hours: 24 },
    { day: '2011-12-30', zone: 'Pacific/Apia', hours: 0 },
  ])('$day in $zone lasts $hours hours', ({ day, zone, hours }) => {
    const from = startOfDay(day, zone)
    const until = startOfDay(nextDay(day), zone)
    expect((until - from) / HOUR).toBe(hours)
    if (hours === 0) return
    expect(dayBounds(from, zone)).toEqual({ from, until })
    expect(dayBounds(plus(until, -1), zone)).toEqual({ from, until })
    expect(localDayOf(plus(from, -1), zone)).not.toBe(day)
    expect(localDayOf(until, zone)).not.toBe(day)
  })

  test.each([
    { at: '2026-11-20T22:59:59.999Z', zone: 'Europe/Luxembourg', day: '2026-11-20' },
    { at: '2026-11-20T23:00:00.000Z', zone: 'Europe/Luxembourg', day: '2026-11-21' },
    { at: '2026-06-30T21:59:59.999Z', zone: 'Europe/Luxembourg', day: '2026-06-30' },
    { at: '2026-06-30T22:00:00.000Z', zone: 'Europe/Luxembourg', day: '2026-07-01' },
    { at: '2026-12-31T23:00:00.000Z', zone: 'Europe/Luxembourg', day: '2027-01-01' },
    { at: '2026-11-20T18:30:00.000Z', zone: 'Asia/Kolkata', day: '2026-11-21' },
    { at: '2026-11-20T18:29:59.999Z', zone: 'Asia/Kolkata', day: '2026-11-20' },
    // Both 01:30 of the autumn night belong to one day.
    { at: '2026-10-25T00:30:00.000Z', zone: 'Europe/Luxembourg', day: '2026-10-25' },
    { at: '2026-10-25T01:30:00.000Z', zone: 'Europe/Luxembourg', day: '2026-10-25' },
    // Midnight of 6 September 2026 does not exist in Santiago: one second makes it one o'clock.
    { at: '2026-09-06T03:59:59.999Z', zone: 'America/Santiago', day: '2026-09-05' },
    { at: '2026-09-06T04:00:00.000Z', zone: 'America/Santiago', day: '2026-09-06' },
    { at: '2026-11-20T09:59:59.999Z', zone: 'Pacific/Kiritimati', day: '2026-11-20' },
    { at: '2026-11-20T10:00:00.000Z', zone: 'Pacific/Kiritimati', day: '2026-11-21' },
    { at: '2026-11-20T11:59:59.999Z', zone: 'Etc/GMT+12', day: '2026-11-19' },
  ])('$at is on $day in $zone', ({ at, zone, day }) => {
    expect(localDayOf(instantMs(at), zone)).toBe(day)
  })

  test.each([
    ['2026-01-31', '2026-02-01'],
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (day, next) => {
    expect(nextDay(day)).toBe(next)
  })
})

test('R-002 in every zone the days follow each other without gap or overlap, as Intl counts them', () => {
  const zoneArb = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const momentArb = fc
    .integer({ min: Date.UTC(2012, 0), max: Date.UTC(2038, 0) })
    .map((at) => epochMs(at))
  fc.assert(
    fc.property(zoneArb, momentArb, (zone, at) => {
      const { from, until } = dayBounds(at, zone)
      expect(from <= at && at < until).toBe(true)
      expect(dayBounds(plus(from, -1), zone).until).toBe(from)
      expect(dayBounds(until, zone).from).toBe(until)
      const intl = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
      expect(intl.format(from)).toBe(intl.format(at))
      expect(intl.format(until - 1)).toBe(intl.format(at))
      expect(intl.format(at)).toBe(localDayOf(at, zone))
    }),
    { numRuns: 300 },
  )
})

describe('R-002 what a place’s clock shows, and when it does', () => {
  test.each([
    { day: '2026-11-20', time: '20:00', zone: 'Europe/Luxembourg', at: '2026-11-20T19:00:00Z' },
    { day: '2026-11-20', time: '00:00', zone: 'Pacific/Auckland', at: '2026-11-19T11:00:00Z' },
    { day: '2026-11-20', time: '23:59', zone: 'Pacific/Honolulu', at: '2026-11-21T09:59:00Z' },
    // Skipped: the clock goes from 02:00 to 03:00.
    { day: '2026-03-29', time: '01:59', zone: 'Europe/Luxembourg', at: '2026-03-29T00:59:00Z' },
    { day: '2026-03-29', time: '02:30', zone: 'Europe/Luxembourg', at: '2026-03-29T01:30:00Z' },
    { day: '2026-03-29', time: '03:00', zone: 'Europe/Luxembourg', at: '2026-03-29T01:00:00Z' },
    // Twice: the first of them.
    { day: '2026-10-25', time: '02:30', zone: 'Europe/Luxembourg', at: '2026-10-25T00:30:00Z' },
    { day: '2026-10-25', time: '03:00', zone: 'Europe/Luxembourg', at: '2026-10-25T02:00:00Z' },
  ])('$day $time in $zone is $at', ({ day, time, zone, at }) => {
    expect(instantAt(day, time, zone)).toBe(Date.parse(at))
  })

  test.each(['', '2026-13-01', '20.11.2026', '2026-11-20T10:00'])('%s is no day', (day) => {
    expect(instantAt(day, '20:00', 'Europe/Luxembourg')).toBeUndefined()
  })

  test.each(['', '24:61', '8:00', 'noon'])('%s is no time', (time) => {
    expect(instantAt('2026-11-20', time, 'Europe/Luxembourg')).toBeUndefined()
  })

  test('in every zone, what the clock shows is the moment again, or the same showing before it', () => {
    const zoneArb = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const minuteArb = fc.integer({
      min: Date.UTC(2012, 0) / 60_000,
      max: Date.UTC(2038, 0) / 60_000,
    })
    fc.assert(
      fc.property(zoneArb, minuteArb, (zone, minute) => {
        const at = epochMs(minute * 60_000)
        const day = localDayOf(at, zone)
        const time = localTimeOf(at, zone)
        const again = instantAt(day, time, zone) ?? at
        expect(again).toBeLessThanOrEqual(at)
        expect([localDayOf(again, zone), localTimeOf(again, zone)]).toEqual([day, time])
      }),
      { numRuns: 300 },
    )
  })
})
