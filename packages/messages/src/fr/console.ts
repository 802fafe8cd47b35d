import type { console as source } from '../en/console'

export const console: typeof source = {
  nav: {
    today: 'Aujourd’hui',
    stores: 'Magasins et tablettes',
    people: 'Personnes',
    ledger: 'Registre',
    reviews: 'À vérifier',
    settings: 'Réglages',
  },
}
