import type { console as source } from '../en/console'

export const console: typeof source = {
  nav: {
    today: 'Haut',
    stores: 'Geschäfter & Tabletten',
    people: 'Leit',
    ledger: 'Journal',
    reviews: 'Ze kucken',
    settings: 'Astellungen',
  },
}
