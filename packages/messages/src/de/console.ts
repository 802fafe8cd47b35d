import type { console as source } from '../en/console'

export const console: typeof source = {
  nav: {
    today: 'Heute',
    stores: 'Standorte & Tablets',
    people: 'Personen',
    ledger: 'Journal',
    reviews: 'Prüfungen',
    settings: 'Einstellungen',
  },
}
