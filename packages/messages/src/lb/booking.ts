import type { booking as source } from '../en/booking'

const people = ({ count }: { readonly count: number }) =>
  count === 1 ? '1 Persoun' : `${count} Persounen`

export const booking: typeof source = {
  people,
  programme: {
    title: 'Programm',
    empty: 'Am Moment gëtt et näischt ze buchen. Kuckt geschwënn erëm eran.',
    doors: ({ time }) => `Dieren op vun ${time} un`,
    last_seats: ({ left }) => `Fräi Plazen: ${left}`,
    sold_out: 'Ausverkaaft',
    opens: ({ when }) => `Buchen ab ${when}`,
    closed: 'D’Buchung ass zou',
    back: 'Zréck bei de Programm',
    language: 'Sprooch',
  },
  form: {
    title: 'Plaze buchen',
    name: 'Ären Numm',
    email: 'E-Mail',
    email_hint: 'Mir schécken Iech e Link fir ze confirméieren, an duerno Ären Ticket.',
    party: 'Wéi vill Persounen?',
    party_hint: ({ most }) => `1 bis ${most}`,
    send: 'Buchen',
    wrong: 'E puer Felder brauchen nach e Bléck.',
    name_wrong: 'Gitt w.e.g. en Numm op enger Zeil un.',
    email_wrong: 'Kuckt w.e.g. dës Adress no.',
    party_wrong: ({ most }) => `Eng Zuel vun 1 bis ${most}, w.e.g.`,
    seats_wrong: ({ left }) => `Net genuch Plazen. Fräi Plazen: ${left}.`,
  },
  check: {
    title: 'Kuckt an Är Mailen',
    text: ({ email }) =>
      `Mir hunn e Link un ${email} geschéckt. Maacht en op a confirméiert: eréischt da sinn d’Plazen Är.`,
    note: 'Näischt do no e puer Minutten? Kuckt am Spam-Dossier, oder bucht nach eng Kéier.',
  },
  confirm: {
    title: 'Buchung confirméieren',
    text: 'Nach ee Schratt, an d’Plaze sinn Är.',
    button: 'Jo, ech kommen',
  },
  gone: {
    title: 'Dëse Link geet net méi',
    text: 'En ass scho benotzt ginn oder ofgelaf. Wann Dir confirméiert hutt, ass Ären Ticket an Äre Mailen. Soss bucht w.e.g. nach eng Kéier.',
  },
  full: {
    title: 'Leider waren anerer méi séier',
    text: ({ left }) =>
      `D’Plaze si fortgaangen, wärend Är Mail gewaart huet. Fräi Plazen: ${left}.`,
    again: 'Fir manner Persounen oder en aneren Owend buchen',
  },
  busy: {
    title: 'E bësse méi lues, w.e.g.',
    text: ({ minutes }) =>
      `Vun Ärer Verbindung koume vill Buchungen. Probéiert et an ${minutes} Min. nach eng Kéier.`,
  },
  missing: {
    title: 'Hei ass näischt',
    text: 'D’Adress ass vläicht net komplett, oder den Owend ass eriwwer.',
  },
  ticket: {
    title: 'Ären Ticket',
    show: 'Weist dëse Code bei der Dier, um Ecran oder op Pabeier.',
    calendar: 'An de Kalenner',
    print: 'Drécken',
    keep: 'Haalt dës Säit, oder dréckt se.',
    mailed:
      'De Link op dës Säit steet och an Ärer Mail. Mam anere Link do kënnt Dir d’Reservatioun änneren oder annuléieren.',
    void_title: 'Dësen Ticket gëllt net méi',
    void_text: 'E gouf annuléiert oder duerch en aneren ersat. Kuckt an Är lescht Mail.',
    off_title: 'Dës Virstellung fält aus',
    off_text: 'Dat deet eis leed. Am Programm fannt Dir aner Owender.',
  },
  manage: {
    title: 'Är Buchung',
    party: 'Zuel vun de Persounen änneren',
    save: 'Späicheren',
    cancel_title: 'Dir kënnt net kommen?',
    cancel_text: 'Är Plaze ginn un anerer. Dat kann een net réckgängeg maachen.',
    cancel: 'Buchung annuléieren',
    changed_title: 'Geännert',
    changed_text: 'Ären neien Ticket ass an Äre Mailen. Deen ale gëllt net méi.',
    cancelled_title: 'Är Buchung ass annuléiert',
    cancelled_text: 'Merci fir Bescheed ze soen. D’Plaze ginn un anerer.',
    no_room: ({ most }) =>
      `Et ass héchstens fir ${most} vun Iech Plaz. Är Buchung ass bliwwen, wéi se war.`,
    closed: 'Dës Buchung kann hei net méi geännert ginn.',
  },
  mail: {
    confirm_subject: ({ title }) => `W.e.g. confirméieren: ${title}`,
    confirm_lead: 'Dir wëllt Plaze buchen. Confirméiert w.e.g., fir datt mir se fir Iech halen.',
    confirm_button: 'Buchung confirméieren',
    confirm_until: ({ when }) =>
      `De Link geet bis ${when}. Bis Dir confirméiert, si keng Plaze reservéiert.`,
    confirm_ignore: 'Dat waart net Dir? Da maacht näischt: et ass näischt gebucht.',
    ticket_subject: ({ title }) => `Ären Ticket: ${title}`,
    ticket_lead: 'Är Plaze si confirméiert. Weist de Code vun dësem Ticket bei der Dier.',
    ticket_button: 'Ticket opmaachen',
    manage: 'Änneren oder annuléieren',
    changed_subject: ({ title }) => `Ären neien Ticket: ${title}`,
    changed_lead: 'Är Buchung gouf geännert. Dësen Ticket ersetzt deen alen.',
    cancelled_subject: ({ title }) => `Annuléiert: ${title}`,
    cancelled_lead: 'Är Buchung gouf annuléiert. Den Ticket gëllt net méi.',
    called_off_subject: ({ title }) => `Ofgesot: ${title}`,
    called_off_lead:
      'Et deet eis leed: dës Virstellung fënnt net statt. Mat Ärem Ticket kënnt keen eran.',
    takes_place_subject: ({ title }) => `Fënnt awer statt: ${title}`,
    takes_place_lead:
      'Gutt Neiegkeet: dës Virstellung fënnt awer statt. Ären Ticket gëllt wéi virdrun.',
  },
}
