import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('lb')

export const kinds: VerdictMessages['kinds'] = {
  'staff.sign_on': {
    noun: 'Umeldung',
    sentence: ({ who, place }) => `${who} huet sech op ${place} ugemellt`,
  },
  'staff.sign_off': {
    noun: 'Ofmeldung',
    sentence: ({ who, place }) => `${who} huet sech op ${place} ofgemellt`,
  },
  'loyalty.stamp': {
    noun: 'Stempel',
    sentence: ({ who, subject, place, count: n }) =>
      n === 1
        ? `${who} huet d’Kaart ${subject} op ${place} gestempelt`
        : `${who} huet der Kaart ${subject} op ${place} ${n} Stempele ginn`,
  },
  'loyalty.earn': {
    noun: 'Punkten',
    sentence: ({ who, subject, place }) =>
      `${who} huet der Kaart ${subject} op ${place} Punkte guttgeschriwwen`,
  },
  'loyalty.redeem': {
    noun: 'Belounung',
    sentence: ({ who, subject, place }) =>
      `${who} huet mat der Kaart ${subject} op ${place} eng Belounung ageléist`,
  },
  'ticket.admit': {
    noun: 'Entrée',
    sentence: ({ who, subject, place, count: n }) =>
      n === 0
        ? `${who} huet ${subject} op ${place} eragelooss`
        : `${who} huet ${subject} op ${place} eragelooss (${count(n, 'Persoun', 'Persounen')})`,
  },
  'ticket.exit': {
    noun: 'Sortie',
    sentence: ({ who, subject, place }) => `${who} huet ${subject} op ${place} erausgelooss`,
  },
  'ticket.walk_in': {
    noun: 'Ouni Ticket',
    sentence: ({ who, place, count: n }) =>
      n === 0
        ? `${who} huet op ${place} Gäscht ouni Ticket eragelooss`
        : `${who} huet op ${place} ${count(n, 'Persoun', 'Persounen')} ouni Ticket eragelooss`,
  },
  'clock.in': {
    noun: 'Ukommen',
    sentence: ({ who, place }) => `${who} huet op ${place} agestempelt`,
  },
  'clock.out': {
    noun: 'Goen',
    sentence: ({ who, place }) => `${who} huet op ${place} ausgestempelt`,
  },
  'clock.break_start': {
    noun: 'Paus',
    sentence: ({ who, place }) => `${who} huet op ${place} eng Paus ugefaangen`,
  },
  'clock.break_end': {
    noun: 'Enn vun der Paus',
    sentence: ({ who, place }) => `${who} ass op ${place} aus der Paus zréckkomm`,
  },
  'op.void': {
    noun: 'Réckgängeg',
    sentence: ({ who, subject, place }) =>
      `${who} huet „${subject}“ op ${place} réckgängeg gemaach`,
  },
  'device.lost': {
    noun: 'Verluere Virgäng',
    sentence: ({ place, count: n }) => `${count(n, 'Virgang', 'Virgäng')} op ${place} verluer`,
  },
}

export const accepted: VerdictMessages['accepted'] = {
  'staff.sign_on': 'Ugemellt',
  'staff.sign_off': 'Ofgemellt',
  'loyalty.stamp': 'Gestempelt',
  'loyalty.earn': 'Guttgeschriwwen',
  'loyalty.redeem': 'Ageléist',
  'ticket.admit': 'Wëllkomm',
  'ticket.exit': 'Äddi',
  'ticket.walk_in': 'Wëllkomm',
  'clock.in': 'Do',
  'clock.out': 'Fort',
  'clock.break_start': 'An der Paus',
  'clock.break_end': 'Nees do',
  'op.void': 'Réckgängeg',
  'device.lost': 'Notéiert',
}
