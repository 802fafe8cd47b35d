import type * as source from '../../en/console/today'
import { wordsOf } from '../../plural'

const { count, pick } = wordsOf('de')

export const today: typeof source.today = {
  title: 'Heute',
  stamps: 'Stempel',
  yesterday: ({ stamps }) => `Gestern insgesamt: ${count(stamps, 'Stempel', 'Stempel')}`,
  cards: 'Karten gesehen',
  refused: 'Abgelehnt',
  refused_hint: 'An der Theke oder später vom Server',
  waiting: 'Wartet auf Sie',
  reviews: ({ reviews }) => count(reviews, 'Entscheidung steht an', 'Entscheidungen stehen an'),
  reviews_text: 'Ein Tablet und der Server haben es verschieden gesehen.',
  reviews_action: 'Entscheiden',
  quiet: ({ label }) => `${label} meldet sich nicht`,
  quiet_since: ({ when }) => `Zuletzt gehört: ${when}.`,
  quiet_never: 'Es hat sich noch nie gemeldet.',
  quiet_pending: ({ pending }) =>
    `Dort ${pick(pending, 'wartete', 'warteten')} noch ${count(pending, 'Vorgang', 'Vorgänge')}.`,
  quiet_action: 'Ansehen',
  all_clear: {
    title: 'Nichts wartet auf Sie',
    text: 'Keine Entscheidung ist offen, und alle Tablets haben sich gemeldet.',
  },
  door: 'Heute an der Tür',
  by_hour: 'Stempel nach Stunde',
  by_day: 'Stempel der letzten 14 Tage',
  by_staff: 'Stempel nach Person',
  no_stamps: 'Heute noch keine Stempel. Sie erscheinen hier, sobald ein Tablet sie schickt.',
  latest: 'Zuletzt im Journal',
  latest_all: 'Journal öffnen',
  steps: {
    title: 'In vier Schritten zum ersten Stempel',
    text: 'Jeder dauert eine Minute. Alles lässt sich später ändern.',
    store: {
      title: 'Standort hinzufügen',
      text: 'Adresse und Zeitzone.',
      action: 'Standort hinzufügen',
    },
    program: {
      title: 'Programm starten',
      text: 'Wie viele Stempel, und wofür.',
      action: 'Programm starten',
    },
    people: {
      title: 'Team an der Theke anlegen',
      text: 'Jede Person mit eigener PIN.',
      action: 'Person hinzufügen',
    },
    tablet: {
      title: 'Tablet koppeln',
      text: 'Es scannt einen Code von diesem Bildschirm.',
      action: 'Tablet vorbereiten',
    },
    done: 'Erledigt',
  },
}
