import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { PersonSheet } from './sheet.query'

const LINE_BYTES = 75

/**
 * Shifts that were worked, as RFC 5545. Open ones are not in it: nobody knows how long they are.
 * @param placeOf name of a store
 * @param completeUpTo until when every tablet has told all; `null` where nobody knows
 */
export function shiftCalendar(
  { staff, sheet }: PersonSheet,
  placeOf: (storeId: Id) => string,
  completeUpTo: string | null,
  now: EpochMs,
): string {
  const events = sheet.shifts.flatMap(({ start, end, store_id, raw }) =>
    end === null || end <= start
      ? []
      : [
          'BEGIN:VEVENT',
          `UID:${raw.start.op_id}@counterfoil`,
          `DTSTAMP:${stampOf(now)}`,
          `DTSTART:${stampOf(start)}`,
          `DTEND:${stampOf(end)}`,
          `SUMMARY:${textOf(placeOf(store_id))}`,
          `LOCATION:${textOf(placeOf(store_id))}`,
          'END:VEVENT',
        ],
  )
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Counterfoil//Shifts//EN',
    `X-WR-CALNAME:${textOf(staff.name)}`,
    `X-WR-CALDESC:${completeUpTo === null ? 'Completeness unknown' : `Complete up to ${completeUpTo}`}`,
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20261120T101500Z` */
function stampOf(at: EpochMs): string {
  return `${formatInstant(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function textOf(text: string): string {
  return text.replaceAll(/[\\;,]/g, (char) => `\\${char}`).replaceAll(/\r?\n/g, '\\n')
}

/** No line is longer than 75 bytes; what follows begins with a space. Characters stay whole. */
function folded(line: string): string {
  let [done, bytes] = ['', 0]
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (bytes + size > LINE_BYTES) {
      done += '\r\n '
      bytes = 1
    }
    done += char
    bytes += size
  }
  return done
}
