import type * as source from '../../en/console/shell'

export const nav: typeof source.nav = {
  label: 'Hauptnavigation',
  today: 'Heute',
  programs: 'Programme',
  cards: 'Karten',
  customers: 'Kundschaft',
  performances: 'Vorstellungen',
  venues: 'Stücke & Spielorte',
  clock: 'Stunden',
  mails: 'Mails',
  stores: 'Standorte & Tablets',
  people: 'Team',
  ledger: 'Journal',
  reviews: 'Prüfungen',
  settings: 'Einstellungen',
  merchants: 'Betriebe',
  business: 'Betrieb',
  open_label: 'zu entscheiden',
  quiet_label: 'ohne Lebenszeichen',
}

export const shell: typeof source.shell = {
  roles: { owner: 'Inhaber:in', manager: 'Leitung', viewer: 'Nur lesen' },
  platform_admin: 'Plattform-Administration',
  account: 'Konto',
  theme: 'Darstellung',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  switch_merchant: 'Betrieb wechseln',
  on_behalf: ({ merchant }) =>
    `Sie arbeiten für ${merchant}. Alles, was Sie hier tun, wird unter Ihrem Namen festgehalten.`,
  notices: 'Status',
  leave: 'Zurück zu allen Betrieben',
  offline: {
    title: 'Keine Verbindung',
    text: 'Sie sehen den letzten Stand. Neues erscheint, sobald das Netz wieder da ist.',
  },
  live_again: 'Wieder verbunden',
  loading: 'Die Bücher werden geöffnet',
  request: ({ id }) => `Anfrage ${id}`,
  not_found: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse vertippt, oder der Inhalt ist umgezogen.',
    action: 'Zu „Heute“',
  },
  crashed: {
    title: 'Diese Seite ist gestolpert',
    text: 'Das war unser Fehler. Nichts ist verloren: Gespeichertes bleibt gespeichert. Laden Sie die Seite neu.',
    action: 'Neu laden',
  },
  no_merchant: {
    title: 'Noch kein Betrieb',
    text: 'Ihr Konto gehört zu keinem Betrieb. Bitten Sie die Inhaberin oder den Inhaber, Sie hinzuzufügen, und melden Sie sich neu an.',
  },
  load_more: 'Mehr anzeigen',
  everything: 'Das ist alles.',
  copy_failed: 'Kopieren hat nicht geklappt. Markieren Sie den Text und kopieren Sie ihn von Hand.',
}

export const sign_in: typeof source.sign_in = {
  title: 'Anmelden',
  lead: 'Die Konsole für Theke, Einlass und Stempeluhr.',
  email: 'E-Mail',
  password: 'Passwort',
  show_password: 'Passwort anzeigen',
  hide_password: 'Passwort verbergen',
  totp: 'Code aus Ihrer Authenticator-App',
  totp_hint: 'Sechs Ziffern oder ein Wiederherstellungscode.',
  submit: 'Anmelden',
  ended:
    'Ihre Sitzung ist abgelaufen. Melden Sie sich neu an, dann geht es an derselben Stelle weiter.',
  wrong:
    'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
  wrong_totp: 'Dieser Code stimmt nicht oder ist abgelaufen. Geben Sie den aktuellen ein.',
  too_many: ({ wait }) => `Zu viele Versuche. In ${wait} können Sie es wieder versuchen.`,
  no_network:
    'Der Server ist nicht erreichbar. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
  demo: 'Sie probieren die Demo aus? Das Passwort wurde beim Start des Servers ausgegeben.',
}

export const merchants: typeof source.merchants = {
  title: 'Betriebe',
  lead: 'Wählen Sie einen Betrieb, für den Sie arbeiten. Dort ist sichtbar, was Sie getan haben, unter Ihrem Namen.',
  name: 'Name',
  stores: 'Standorte',
  tablets: 'Tablets',
  since: 'Seit',
  open: 'Öffnen',
  empty: {
    title: 'Noch keine Betriebe',
    text: 'Sobald ein Betrieb eingerichtet ist, steht er hier.',
  },
}
