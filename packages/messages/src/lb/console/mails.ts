import type * as source from '../../en/console/mails'

export const mails: typeof source.mails = {
  title: 'Mailen',
  lead: 'Wat d’Gäscht geschriwwe kréien: Confirmatiounen, Ticketen, Ännerungen. All geet eng Kéier eraus.',
  mail: 'Mail',
  state: 'Zoustand',
  when: 'Wéini',
  states: { waiting: 'Waart', sent: 'Geschéckt', dead: 'Opginn' },
  to: 'Un',
  kind: 'Wat',
  kinds: {
    confirm: 'W.e.g. confirméieren',
    ticket: 'Ticket',
    changed: 'Buchung geännert',
    cancelled: 'Buchung stornéiert',
    called_off: 'Ofgesot',
    takes_place: 'Fënnt awer statt',
  },
  written: 'Geschriwwen',
  sent: 'Geschéckt',
  attempts: 'Versich',
  next: 'Nächste Versuch',
  answer: 'De Mailserver huet gesot',
  text: 'Text',
  not_kept: 'Den Text ass nëmmen un de Gaascht gaangen a gëtt hei net gewisen.',
  retry: 'Elo nach eng Kéier probéieren',
  retried: 'Et gëtt nach eng Kéier probéiert',
  empty: {
    title: 'Nach keng Mailen',
    text: 'Wann e Gaascht bucht, gebucht oder ëmgebucht gëtt, steet hei, wat e geschriwwe kritt.',
  },
  none_found: { title: 'Keng Mail passt', text: 'Maacht de Filter eidel.' },
}
