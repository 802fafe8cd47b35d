import type { clock as source } from '../../en/console/clock'

/** Hours: who is at work, and the sheets. */
export const clock: typeof source = {
  title: 'Stunden',
  lead: 'Wer bei der Arbeit ist, und die Stunden aller, wie sie gestempelt wurden.',
  now: 'Jetzt bei der Arbeit',
  now_count: ({ people: n }) =>
    n === 0
      ? 'Niemand ist bei der Arbeit'
      : n === 1
        ? '1 Person bei der Arbeit'
        : `${n} Personen bei der Arbeit`,
  nobody: 'Niemand ist eingestempelt',
  nobody_text: 'Wer an einem Tablet einstempelt, erscheint hier sofort.',
  states: { in: ({ when }) => `Da seit ${when}`, break: ({ when }) => `In Pause seit ${when}` },
  overdue: ({ when }) => `Da seit ${when}: Fehlt ein Ausstempeln?`,
  sources: {
    tablet: 'PIN am Tablet',
    badge: 'Ausweis am Tablet',
    phone: 'eigenes Handy',
    manual: 'von Hand eingetragen',
  },
  month_before: 'Monat davor',
  month_after: 'Monat danach',
  sheets: 'Stunden nach Person',
  no_sheets: 'Noch keine Stunden',
  no_sheets_text:
    'Sie entstehen aus dem, was an einem Tablet mit der Aufgabe Stempeluhr gestempelt wird.',
  person: 'Person',
  odd: 'Anzusehen',
  days: 'Tage',
  breaks: 'Pausen',
  worked: 'Gearbeitet',
  payroll: 'CSV für die Lohnabrechnung',
  calendar: 'Kalenderdatei',
  file_failed: 'Die Datei konnte nicht erstellt werden',
  total: ({ worked, breaks }) => `${worked} gearbeitet, ${breaks} Pause`,
  no_shifts: 'Keine Schichten in diesem Monat',
  open: 'offen',
  anomalies: {
    MISSING_OUT: 'Gehen fehlt',
    MISSING_IN: 'Kommen fehlt',
    OVERLAP: 'Doppelt erfasst',
    LONG_SHIFT: 'Über zwölf Stunden',
    BREAK_UNCLEAR: 'Pause unklar',
  },
}
