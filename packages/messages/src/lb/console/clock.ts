import type { clock as source } from '../../en/console/clock'

/** Hours: who is at work, and the sheets. */
export const clock: typeof source = {
  title: 'Stonnen',
  lead: 'Wien op der Aarbecht ass, an d’Stonne vu jidderengem, wéi se gestempelt goufen.',
  now: 'Elo op der Aarbecht',
  now_count: ({ people: n }) =>
    n === 0
      ? 'Keen ass op der Aarbecht'
      : n === 1
        ? '1 Persoun op der Aarbecht'
        : `${n} Persounen op der Aarbecht`,
  nobody: 'Keen ass agestempelt',
  nobody_text: 'Wien un engem Tablet astempelt, erschéngt hei direkt.',
  states: {
    in: ({ when }) => `Do zanter ${when}`,
    break: ({ when }) => `An der Paus zanter ${when}`,
  },
  overdue: ({ when }) => `Do zanter ${when}: Feelt en Ausstempelen?`,
  sources: {
    tablet: 'PIN um Tablet',
    badge: 'Badge um Tablet',
    phone: 'eegenen Telefon',
    manual: 'vun Hand agedroen',
  },
  month_before: 'Mount virdrun',
  month_after: 'Mount duerno',
  sheets: 'Stonnen no Persoun',
  no_sheets: 'Nach keng Stonnen',
  no_sheets_text:
    'Si kommen aus deem, wat un engem Tablet mat der Aufgab Stempelauer gestempelt gëtt.',
  person: 'Persoun',
  odd: 'Unzekucken',
  days: 'Deeg',
  breaks: 'Pausen',
  worked: 'Geschafft',
  payroll: 'CSV fir d’Paien',
  calendar: 'Kalennerfichier',
  file_failed: 'De Fichier konnt net gemaach ginn',
  total: ({ worked, breaks }) => `${worked} geschafft, ${breaks} Paus`,
  no_shifts: 'Keng Schichten an dësem Mount',
  open: 'op',
  anomalies: {
    MISSING_OUT: 'Goe feelt',
    MISSING_IN: 'Komme feelt',
    OVERLAP: 'Zweemol gestempelt',
    LONG_SHIFT: 'Iwwer zwielef Stonnen',
    BREAK_UNCLEAR: 'Paus onkloer',
  },
}
