import type { HostedEvening } from './held.query'

/** Text of RFC 5545: what separates there is marked, lines are of 75 bytes at most. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const char of line) {
    if (Buffer.byteLength(part + char) > 73) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part].join('\r\n ')
}

const stamp = (instant: string): string => instant.replaceAll(/[-:]|\.\d{3}/g, '')

/** One evening as a calendar file. @param uid stays the same when the evening is moved */
export function calendarFile(
  evening: HostedEvening,
  { uid, url, now }: { readonly uid: string; readonly url: string; readonly now: string },
): string {
  const { title, starts_at, venue, merchant } = evening
  const place =
    venue === null ? merchant : [venue.name, venue.address].filter((part) => part !== '').join(', ')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Counterfoil//Door//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(starts_at)}`,
    'DURATION:PT2H',
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(url)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
