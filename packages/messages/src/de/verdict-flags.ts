import type { VerdictMessages } from '../texts'

export const flags: VerdictMessages['flags'] = {
  CLOCK_UNCERTAIN: {
    headline: 'Zeit unsicher',
    sentence: 'Das Tablet kannte die genaue Zeit nicht; diese hier ist unsere beste Schätzung.',
  },
  CLOCK_AHEAD: {
    headline: 'Uhr ging vor',
    sentence: 'Die Uhr des Tablets ging vor, darum gilt die Zeit der Ankunft.',
  },
  CLOCK_BEHIND: {
    headline: 'Uhr ging nach',
    sentence: 'Die Uhr des Tablets ging nach, darum gilt die Zeit des Vorgangs davor.',
  },
  LATE: {
    headline: 'Kam später an',
    sentence: 'Das Tablet war offline; dies kam mehr als eine Minute später an.',
  },
  RECOVERED: {
    headline: 'Gerettet',
    sentence: 'Dies lag noch auf einem gesperrten Tablet und kam nach neuem Koppeln an.',
  },
  ALREADY_CLOCKED_IN: {
    headline: 'War schon da',
    sentence: 'Nach allem, was die Stechuhr wusste, war diese Person schon bei der Arbeit.',
  },
  ALREADY_CLOCKED_OUT: {
    headline: 'War nicht da',
    sentence: 'Nach allem, was die Stechuhr wusste, war diese Person nicht bei der Arbeit.',
  },
  LONG_SHIFT: {
    headline: 'Lange Schicht',
    sentence: 'Diese Schicht dauerte mehr als zwölf Stunden.',
  },
  UNVERIFIED: {
    headline: 'Nicht geprüft',
    sentence:
      'Die Anmeldung dahinter wurde abgelehnt; die Leitung hat den Vorgang als Tatsache angenommen.',
  },
}
