import type { Language } from './language'

export interface Calendar {
  /** Sunday first, as `Date.prototype.getUTCDay` counts. */
  readonly days: readonly string[]
  readonly shortDays: readonly string[]
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  readonly day: (weekday: string, day: number, month: string) => string
  readonly date: (day: number, month: string, year: number) => string
  readonly justNow: string
  readonly ago: (minutes: number) => string
  readonly in: (minutes: number) => string
}

// All four are written here, not only Luxembourgish: Intl's abbreviations change with every ICU.
const en: Calendar = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  day: (weekday, day, month) => `${weekday} ${day} ${month}`,
  date: (day, month, year) => `${day} ${month} ${year}`,
  justNow: 'just now',
  ago: (minutes) => `${minutes} min ago`,
  in: (minutes) => `in ${minutes} min`,
}

const fr: Calendar = {
  days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  months:
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
      ' ',
    ),
  shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  day: (weekday, day, month) => `${weekday} ${day === 1 ? '1er' : day} ${month}`,
  date: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  justNow: 'à l’instant',
  ago: (minutes) => `il y a ${minutes} min`,
  in: (minutes) => `dans ${minutes} min`,
}

const de: Calendar = {
  days: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  shortDays: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
  months:
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  shortMonths: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' '),
  day: (weekday, day, month) => `${weekday} ${day}. ${month}`,
  date: (day, month, year) => `${day}. ${month} ${year}`,
  justNow: 'gerade eben',
  ago: (minutes) => `vor ${minutes} Min.`,
  in: (minutes) => `in ${minutes} Min.`,
}

const lb: Calendar = {
  days: ['Sonndeg', 'Méindeg', 'Dënschdeg', 'Mëttwoch', 'Donneschdeg', 'Freideg', 'Samschdeg'],
  shortDays: ['So', 'Mé', 'Dë', 'Më', 'Do', 'Fr', 'Sa'],
  months:
    'Januar Februar Mäerz Abrëll Mee Juni Juli August September Oktober November Dezember'.split(
      ' ',
    ),
  shortMonths: 'Jan. Feb. Mäe. Abr. Mee Juni Juli Aug. Sep. Okt. Nov. Dez.'.split(' '),
  day: (weekday, day, month) => `${weekday} ${day}. ${month}`,
  date: (day, month, year) => `${day}. ${month} ${year}`,
  justNow: 'grad elo',
  ago: (minutes) => `virun ${minutes} Min.`,
  in: (minutes) => `an ${minutes} Min.`,
}

export const CALENDARS: Readonly<Record<Language, Calendar>> = { en, fr, de, lb }
