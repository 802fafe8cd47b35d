import { formatInstant, type EpochMs, epochMs, type PunchAction } from '@counterfoil/domain'
import type { ClockNews, PersonClock } from '@counterfoil/protocol'
import { describe, expect, test } from 'vitest'
import { memoryTables } from '../testing/memory-tables'
import { applyPage } from './apply-page'
import { keepPunch, standingPunches } from './punches'
import type { LocalTables } from './tables'

const PERSON = 'ada'
const at = (minutes: number): EpochMs => epochMs(minutes * 60_000)

function here(db: LocalTables, op_id: string, action: PunchAction, minutes: number) {
  const punch = { op_id, action, at: at(minutes), seq: minutes }
  return keepPunch(db, op_id, { type: 'punch', staff_id: PERSON, punch })
}

type Told = PersonClock['punches'][number]
const told = (op_id: string, punch: PunchAction, minutes: number, manual = false): Told => ({
  op_id,
  punch,
  at: formatInstant(at(minutes)),
  seq: null,
  manual,
})

const RULES = {
  round_minutes: 5,
  round_coming: 'down',
  round_going: 'down',
  automatic_breaks: [],
} satisfies ClockNews['rules']

function pull(db: LocalTables, punches: readonly Told[], reset = false) {
  return applyPage(db, {
    cursor: 'x',
    more: false,
    reset,
    server_time: at(100),
    changes: [],
    clock: { rules: RULES, people: [{ staff_id: PERSON, punches: [...punches] }] },
  })
}

async function standing(db: LocalTables): Promise<readonly string[]> {
  const punches = await standingPunches(db, PERSON)
  return punches.toSorted((a, b) => a.at - b.at).map(({ op_id }) => op_id)
}

describe('a person’s punches on an entrance tablet', () => {
  test('are those told elsewhere, and those told here since, each once', async () => {
    const db = memoryTables()
    await here(db, 'a', 'in', 1)
    await here(db, 'c', 'in', 3)
    await pull(db, [told('a', 'in', 1), told('b', 'out', 2)])
    expect(await standing(db)).toEqual(['a', 'b', 'c'])
  })

  test('the server’s word replaces its former one: what is struck is gone', async () => {
    const db = memoryTables()
    await pull(db, [told('a', 'in', 1), told('b', 'out', 2)])
    await pull(db, [told('m', 'in', 0, true), told('b', 'out', 2)])
    expect(await standing(db)).toEqual(['m', 'b'])
    expect((await standingPunches(db, PERSON))[0]).toMatchObject({ manual: true })
  })

  test('what is undone here does not stand, wherever it was told', async () => {
    const db = memoryTables()
    await pull(db, [told('a', 'in', 1), told('b', 'out', 2)])
    await keepPunch(db, 'v', { type: 'punch_voided', staff_id: PERSON, op_id: 'b' })
    expect(await standing(db)).toEqual(['a'])
  })

  test('a start anew drops what others told, not what waits here', async () => {
    const db = memoryTables()
    await here(db, 'c', 'in', 3)
    await pull(db, [told('a', 'in', 1)])
    await applyPage(db, {
      cursor: 'y',
      more: false,
      reset: true,
      server_time: at(200),
      changes: [],
    })
    expect(await standing(db)).toEqual(['c'])
  })
})
