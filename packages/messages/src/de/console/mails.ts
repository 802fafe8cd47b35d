import type * as source from '../../en/console/mails'

export const mails: typeof source.mails = {
  title: 'Mails',
  lead: 'Was Gäste geschrieben bekommen: Bestätigungen, Tickets, Änderungen. Jede wird einmal gesendet.',
  mail: 'Mail',
  state: 'Zustand',
  when: 'Wann',
  states: { waiting: 'Wartet', sent: 'Gesendet', dead: 'Aufgegeben' },
  to: 'An',
  kind: 'Was',
  kinds: {
    confirm: 'Bitte bestätigen',
    ticket: 'Ticket',
    changed: 'Buchung geändert',
    cancelled: 'Buchung storniert',
    called_off: 'Abgesagt',
    takes_place: 'Findet doch statt',
  },
  written: 'Geschrieben',
  sent: 'Gesendet',
  attempts: 'Versuche',
  next: 'Nächster Versuch',
  answer: 'Der Mailserver sagte',
  text: 'Text',
  not_kept: 'Der Text ging nur an den Gast und wird hier nicht gezeigt.',
  retry: 'Jetzt noch einmal versuchen',
  retried: 'Es wird noch einmal versucht',
  empty: {
    title: 'Noch keine Mails',
    text: 'Wenn ein Gast bucht, gebucht oder umgebucht wird, steht hier, was er geschrieben bekommt.',
  },
  none_found: { title: 'Keine Mail passt', text: 'Leeren Sie den Filter.' },
}
