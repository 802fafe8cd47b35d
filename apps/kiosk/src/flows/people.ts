import {
  type EpochMs,
  lockedUntil,
  NO_FAILURES,
  NO_WRONG_PINS,
  parseInstant,
} from '@counterfoil/domain'
import type { KioskDb } from '../db/database'
import type { PinRow, StaffRow } from '../db/rows'
import type { Person, PinState } from '../kiosk'

/** Active people, as tiles show them. */
export async function listPeople(db: KioskDb, now: EpochMs): Promise<readonly Person[]> {
  const pins = new Map((await db.pins.toArray()).map((row) => [row.staff_id, row]))
  const staff = await db.staff.filter(({ active }) => active).toArray()
  return staff
    .map((row) => describePerson(row, pins.get(row.id), now))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** What the PIN pad must know of a person before the first digit. */
export async function pinStateOf(db: KioskDb, staffId: string, now: EpochMs): Promise<PinState> {
  const staff = await db.staff.get(staffId)
  if (staff === undefined || !staff.active) return { kind: 'unknown' }
  const person = describePerson(staff, await db.pins.get(staffId), now)
  if (staff.verifier === null) return { kind: 'no_pin', person }
  return person.locked_until === null
    ? { kind: 'ready', person, pin_length: staff.pin_length ?? 6 }
    : { kind: 'locked', person, locked_until: person.locked_until }
}

function describePerson(staff: StaffRow, pins: PinRow | undefined, now: EpochMs): Person {
  return {
    id: staff.id,
    name: staff.name,
    initials: initialsOf(staff.name),
    personnel_number: staff.personnel_number,
    has_pin: staff.verifier !== null,
    locked_until: lockOf(staff, pins, now),
    last_used_at: pins?.last_used_at ?? null,
  }
}

/** The later of what this tablet counted and what the server says of all tablets. */
function lockOf(staff: StaffRow, pins: PinRow | undefined, now: EpochMs): EpochMs | null {
  const { counter, person } = pins ?? { counter: NO_WRONG_PINS, person: NO_FAILURES }
  const here = lockedUntil(counter, person, now, now)
  const everywhere = staff.locked_until === null ? undefined : parseInstant(staff.locked_until)
  const ends = [here, everywhere].filter((end) => end !== undefined && end > now)
  return ends.length === 0 ? null : (Math.max(...ends.map(Number)) as EpochMs)
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter)
  return letters.join('').toLocaleUpperCase()
}

/** By what a person sees as one letter, not by code units. */
function firstLetter(word: string | undefined): string {
  const first = word === undefined ? undefined : [...new Intl.Segmenter().segment(word)][0]
  return first?.segment ?? ''
}
