import type * as source from '../../en/console/shell'

export const nav: typeof source.nav = {
  label: 'Haaptnavigatioun',
  today: 'Haut',
  programs: 'Programmer',
  cards: 'Kaarten',
  customers: 'Clienten',
  performances: 'Virstellungen',
  venues: 'Stécker & Plazen',
  clock: 'Stonnen',
  mails: 'Mailen',
  stores: 'Geschäfter & Tableten',
  people: 'Ekipp',
  ledger: 'Journal',
  reviews: 'Ze kucken',
  settings: 'Astellungen',
  merchants: 'Betriber',
  business: 'Betrib',
  open_label: 'ze decidéieren',
  quiet_label: 'roueg',
}

export const shell: typeof source.shell = {
  roles: { owner: 'Besëtzer', manager: 'Responsabel', viewer: 'Nëmme liesen' },
  platform_admin: 'Plattform-Administratioun',
  account: 'Kont',
  theme: 'Ausgesinn',
  themes: { system: 'System', light: 'Hell', dark: 'Däischter' },
  switch_merchant: 'Betrib wiesselen',
  on_behalf: ({ merchant }) =>
    `Dir schafft fir ${merchant}. Alles, wat Dir hei maacht, gëtt ënner Ärem Numm festgehalen.`,
  notices: 'Status',
  leave: 'Zréck bei all d’Betriber',
  offline: {
    title: 'Keng Verbindung',
    text: 'Dir gesitt de leschte Stand. Neies kënnt, soubal d’Netz erëm do ass.',
  },
  live_again: 'Erëm verbonnen',
  loading: 'D’Bicher ginn opgemaach',
  request: ({ id }) => `Ufro ${id}`,
  not_found: {
    title: 'Dës Säit gëtt et net',
    text: 'Vläicht ass d’Adress falsch getippt, oder den Inhalt ass geplënnert.',
    action: 'Op „Haut“ goen',
  },
  crashed: {
    title: 'Dës Säit ass gestierzt',
    text: 'Dat war eise Feeler. Näischt ass verluer: wat gespäichert ass, bleift gespäichert. Lued d’Säit nei.',
    action: 'Nei lueden',
  },
  no_merchant: {
    title: 'Nach kee Betrib',
    text: 'Äre Kont gehéiert zu kengem Betrib. Frot de Besëtzer, Iech derbäizesetzen, a mellt Iech nei un.',
  },
  load_more: 'Méi weisen',
  everything: 'Dat ass alles.',
  copy_failed: 'D’Kopéieren huet net geklappt. Markéiert den Text a kopéiert en op der Hand.',
}

export const sign_in: typeof source.sign_in = {
  title: 'Umellen',
  lead: 'D’Konsol fir Äre Comptoir, Är Dier an Är Stempelauer.',
  email: 'E-Mail',
  password: 'Passwuert',
  show_password: 'Passwuert weisen',
  hide_password: 'Passwuert verstoppen',
  totp: 'Code aus Ärer Authenticator-App',
  totp_hint: 'Sechs Zifferen oder e Code fir den Noutfall.',
  submit: 'Umellen',
  ended: 'Är Sessioun ass eriwwer. Mellt Iech nei un, da geet et do weider, wou Dir waart.',
  wrong:
    'Dës E-Mail an dëst Passwuert passen net zesummen. Kuckt béides no a probéiert nach eng Kéier.',
  wrong_totp: 'Dëse Code stëmmt net oder ass ofgelaf. Tippt deen aktuellen an.',
  too_many: ({ wait }) => `Ze vill Versich. An ${wait} kënnt Dir et nach eng Kéier probéieren.`,
  no_network: 'De Server ass net z’erreechen. Kuckt d’Netz no a probéiert nach eng Kéier.',
  demo: 'Dir probéiert d’Demo aus? D’Passwuert gouf beim Start vum Server gewisen.',
}

export const merchants: typeof source.merchants = {
  title: 'Betriber',
  lead: 'Sicht e Betrib eraus, fir deen Dir schafft. Do gesäit een, wat Dir gemaach hutt, ënner Ärem Numm.',
  name: 'Numm',
  stores: 'Geschäfter',
  tablets: 'Tableten',
  since: 'Zanter',
  open: 'Opmaachen',
  empty: {
    title: 'Nach keng Betriber',
    text: 'Soubal e Betrib ageriicht ass, steet en hei.',
  },
}
