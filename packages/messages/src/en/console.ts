export const console = {
  nav: {
    today: 'Today',
    stores: 'Stores & tablets',
    people: 'People',
    ledger: 'Ledger',
    reviews: 'Reviews',
    settings: 'Settings',
  },
}
