import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('de')

export const kinds: VerdictMessages['kinds'] = {
  'staff.sign_on': {
    noun: 'Anmeldung',
    sentence: ({ who, place }) => `${who} hat sich an ${place} angemeldet`,
  },
  'staff.sign_off': {
    noun: 'Abmeldung',
    sentence: ({ who, place }) => `${who} hat sich an ${place} abgemeldet`,
  },
  'loyalty.stamp': {
    noun: 'Stempel',
    sentence: ({ who, subject, place, count: n }) =>
      n === 1
        ? `${who} hat Karte ${subject} an ${place} gestempelt`
        : `${who} hat Karte ${subject} an ${place} ${n} Stempel gegeben`,
  },
  'loyalty.earn': {
    noun: 'Punkte',
    sentence: ({ who, subject, place }) =>
      `${who} hat Karte ${subject} an ${place} Punkte gutgeschrieben`,
  },
  'loyalty.redeem': {
    noun: 'Prämie',
    sentence: ({ who, subject, place }) =>
      `${who} hat mit Karte ${subject} an ${place} eine Prämie eingelöst`,
  },
  'ticket.admit': {
    noun: 'Einlass',
    sentence: ({ who, subject, place, count: n }) =>
      n === 0
        ? `${who} hat ${subject} an ${place} eingelassen`
        : `${who} hat ${subject} an ${place} eingelassen (${count(n, 'Person', 'Personen')})`,
  },
  'ticket.exit': {
    noun: 'Ausgang',
    sentence: ({ who, subject, place }) => `${who} hat ${subject} an ${place} hinausgelassen`,
  },
  'ticket.walk_in': {
    noun: 'Ohne Ticket',
    sentence: ({ who, place, count: n }) =>
      n === 0
        ? `${who} hat an ${place} Gäste ohne Ticket eingelassen`
        : `${who} hat an ${place} ${count(n, 'Person', 'Personen')} ohne Ticket eingelassen`,
  },
  'clock.in': {
    noun: 'Kommen',
    sentence: ({ who, place }) => `${who} hat an ${place} eingestempelt`,
  },
  'clock.out': {
    noun: 'Gehen',
    sentence: ({ who, place }) => `${who} hat an ${place} ausgestempelt`,
  },
  'clock.break_start': {
    noun: 'Pause',
    sentence: ({ who, place }) => `${who} hat an ${place} eine Pause begonnen`,
  },
  'clock.break_end': {
    noun: 'Ende der Pause',
    sentence: ({ who, place }) => `${who} hat an ${place} die Pause beendet`,
  },
  'op.void': {
    noun: 'Rückgängig',
    sentence: ({ who, subject, place }) => `${who} hat „${subject}“ an ${place} rückgängig gemacht`,
  },
  'device.lost': {
    noun: 'Verlorene Vorgänge',
    sentence: ({ place, count: n }) => `${count(n, 'Vorgang', 'Vorgänge')} auf ${place} verloren`,
  },
}

export const accepted: VerdictMessages['accepted'] = {
  'staff.sign_on': 'Angemeldet',
  'staff.sign_off': 'Abgemeldet',
  'loyalty.stamp': 'Gestempelt',
  'loyalty.earn': 'Gutgeschrieben',
  'loyalty.redeem': 'Eingelöst',
  'ticket.admit': 'Willkommen',
  'ticket.exit': 'Bis bald',
  'ticket.walk_in': 'Willkommen',
  'clock.in': 'Da',
  'clock.out': 'Gegangen',
  'clock.break_start': 'In Pause',
  'clock.break_end': 'Wieder da',
  'op.void': 'Rückgängig',
  'device.lost': 'Notiert',
}
