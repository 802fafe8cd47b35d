import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amendment, ClockMoment } from './clock-record'
import { PUNCH_ACTIONS } from './op'
import { comparePunches } from './punches'
import { ROUNDINGS, type SheetRules } from './sheet-rules'
import { instant, sheet } from './testing-sheet'
import { HOUR, MINUTE, plus } from './time'
import type { SheetInput, Timesheet } from './timesheet'

const START = instant('2026-10-20T00:00Z')
const ZONES = [
  'Europe/Luxembourg',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
]

/** Three weeks around the change of clocks; punches lie close together often enough. */
const momentArb = fc.record({
  action: fc.constantFrom(...PUNCH_ACTIONS),
  at: fc
    .tuple(fc.nat(21 * 24), fc.nat(90))
    .map(([hour, minute]) => plus(START, hour * HOUR + minute * MINUTE + minute)),
  seq: fc.option(fc.nat(50)),
  store_id: fc.constantFrom('one', 'two'),
})
const punchesArb = fc
  .array(momentArb, { maxLength: 60 })
  .map((all) => all.map((one, index): ClockMoment => ({ ...one, op_id: `punch ${index}` })))

const amendmentsArb = fc
  .array(fc.tuple(fc.nat(70), fc.option(momentArb), fc.boolean()), { maxLength: 12 })
  .map((all) =>
    all.map(([target, adds, ofAmendment], index): Amendment => {
      const earlier =
        index === 0 || !ofAmendment ? `punch ${target}` : `amendment ${target % index}`
      return {
        id: `amendment ${index}`,
        n: index + 1,
        strikes: adds === null ? earlier : null,
        adds,
      }
    }),
  )

const rulesArb = fc.record({
  round_minutes: fc.constantFrom(0, 1, 5, 15, 30),
  round_coming: fc.constantFrom(...ROUNDINGS),
  round_going: fc.constantFrom(...ROUNDINGS),
  automatic_breaks: fc.array(
    fc.record({
      after_minutes: fc.integer({ min: 0, max: 600 }),
      minutes: fc.integer({ min: 1, max: 90 }),
    }),
    { maxLength: 3 },
  ),
})

const inputArb = fc.record({
  punches: punchesArb,
  amendments: amendmentsArb,
  rules: rulesArb,
  zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
})

interface Input {
  readonly punches: readonly ClockMoment[]
  readonly amendments: readonly Amendment[]
  readonly rules: Partial<SheetRules>
  readonly zones: readonly [string, string]
}

/** The whole range that punches can lie in. */
const RANGE = { from: '2026-10-15', to: '2026-11-15', now: instant('2026-11-20T00:00Z') }

const read = (
  { punches, amendments, rules, zones: [one, two] }: Input,
  more: Partial<SheetInput> = {},
): Timesheet =>
  sheet(punches, {
    amendments,
    rules,
    zoneOf: (id) => (id === 'one' ? one : two),
    ...RANGE,
    ...more,
  })

const sum = (all: Iterable<number>): number => [...all].reduce((total, part) => total + part, 0)

test('R-123 spans and breaks of a person never overlap, and none is empty', () => {
  fc.assert(
    fc.property(inputArb, (input) => {
      const all = read(input)
        .shifts.flatMap(({ spans, breaks }) => [spans, breaks].flat())
        .sort((a, b) => a.from - b.from)
      all.forEach(({ from, until }, index) => {
        expect(from).toBeLessThan(until)
        expect(until).toBeLessThanOrEqual(all[index + 1]?.from ?? until)
      })
    }),
  )
})

test('R-126 every total is the sum of the spans in it', () => {
  fc.assert(
    fc.property(inputArb, (input) => {
      const { shifts, days, weeks, months, total } = read(input)
      const spans = sum(shifts.flatMap((one) => one.spans.map(({ from, until }) => until - from)))
      const breaks = sum(shifts.flatMap((one) => one.breaks.map(({ from, until }) => until - from)))
      for (const totals of [
        [...days.values()],
        [...weeks.values()],
        [...months.values()],
        [total],
      ]) {
        expect(sum(totals.map(({ worked }) => worked))).toBe(spans)
        expect(sum(totals.map(({ paused }) => paused))).toBe(breaks)
      }
    }),
  )
})

test('R-126 a range is the sum of its days, wherever it is cut', () => {
  fc.assert(
    fc.property(inputArb, fc.integer({ min: 20, max: 31 }), (input, day) => {
      const cut = { to: `2026-10-${day}` }
      const rest = { from: day === 31 ? '2026-11-01' : `2026-10-${day + 1}` }
      const worked = (one: Timesheet) => one.total.worked
      expect(worked(read(input, cut)) + worked(read(input, rest))).toBe(worked(read(input)))
    }),
  )
})

test('R-120 the order in which punches and amendments arrive changes nothing', () => {
  const shuffledArb = inputArb.chain((input) =>
    fc.record({
      input: fc.constant(input),
      punches: fc.shuffledSubarray(input.punches, { minLength: input.punches.length }),
      amendments: fc.shuffledSubarray(input.amendments, { minLength: input.amendments.length }),
    }),
  )
  fc.assert(
    fc.property(shuffledArb, ({ input, punches, amendments }) => {
      expect(read({ ...input, punches, amendments })).toEqual(read(input))
    }),
  )
})

test('R-121 exactly the punched times are counted where nothing is rounded nor put in', () => {
  const exact = { round_minutes: 0, automatic_breaks: [] }
  fc.assert(
    fc.property(inputArb, (input) => {
      const { shifts } = read({ ...input, rules: exact })
      for (const { raw, spans } of shifts) {
        const told = new Set([raw.start, ...raw.breaks, raw.end].map((one) => one?.at))
        for (const { from, until } of spans) {
          expect(told.has(from) && told.has(until)).toBe(true)
        }
      }
    }),
  )
})

test('R-122 every in and out is an end of a shift, or somebody is told', () => {
  fc.assert(
    fc.property(punchesArb, (punches) => {
      const { shifts, anomalies } = sheet(punches, RANGE)
      const used = new Set(shifts.flatMap(({ raw }) => [raw.start.op_id, raw.end?.op_id]))
      const strays = [...punches]
        .sort(comparePunches)
        .filter(({ action, op_id }) => ['in', 'out'].includes(action) && !used.has(op_id))
      expect(strays.length === 0 || anomalies.length > 0).toBe(true)
      const open = shifts.filter(({ end }) => end === null)
      expect(anomalies.filter(({ kind }) => kind === 'MISSING_OUT').length).toBe(open.length)
    }),
  )
})
