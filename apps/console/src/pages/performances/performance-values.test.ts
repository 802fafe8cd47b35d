import type { Performance } from '@counterfoil/protocol'
import { describe, expect, test } from 'vitest'
import { bodyOf, newPerformance, valuesOf } from './performance-values'

const values = {
  ...newPerformance('Europe/Luxembourg'),
  title: ' Hamlet ',
  day: '2026-11-20',
  starts: '20:00',
  opens: '19:15',
  booking_opens: '2026-10-01T09:00',
}

describe('what is typed, by the clock of the venue', () => {
  test('becomes instants', () => {
    expect(bodyOf(values)).toMatchObject({
      title: 'Hamlet',
      starts_at: '2026-11-20T19:00:00.000Z',
      opens_at: '2026-11-20T18:15:00.000Z',
      booking_opens_at: '2026-10-01T07:00:00.000Z',
      booking_closes_at: null,
    })
    expect(bodyOf({ ...values, time_zone: 'America/New_York' })?.starts_at).toBe(
      '2026-11-21T01:00:00.000Z',
    )
  })

  test('a show after midnight has its doors the evening before', () => {
    expect(bodyOf({ ...values, starts: '00:30', opens: '23:30' })).toMatchObject({
      starts_at: '2026-11-19T23:30:00.000Z',
      opens_at: '2026-11-19T22:30:00.000Z',
    })
  })

  test('no day is no performance', () => {
    expect(bodyOf({ ...values, day: '' })).toBeUndefined()
  })

  test('what the server holds comes back as it was typed', () => {
    const body = bodyOf(values)
    const held = { ...body, booking_closes_at: null } as unknown as Performance
    expect(valuesOf(held)).toEqual({ ...values, title: 'Hamlet' })
  })
})
