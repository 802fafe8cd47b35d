import type { ComponentType } from 'react'

type LoadPage = () => Promise<{ readonly Component: ComponentType }>

/** The pages of a business by their address; each is fetched when it is first opened. */
export const PAGES: Readonly<Record<string, LoadPage>> = {
  today: async () => ({ Component: (await import('./today/today-page')).TodayPage }),
  stores: async () => ({ Component: (await import('./stores/stores-page')).StoresPage }),
  people: async () => ({ Component: (await import('./people/people-page')).PeoplePage }),
  programs: async () => ({ Component: (await import('./programs/programs-page')).ProgramsPage }),
  'programs/new': programEditor,
  'programs/:id': programEditor,
  cards: async () => ({ Component: (await import('./cards/cards-page')).CardsPage }),
  'cards/print': async () => ({
    Component: (await import('./cards/print-cards-page')).PrintCardsPage,
  }),
  customers: async () => ({
    Component: (await import('./customers/customers-page')).CustomersPage,
  }),
  performances: async () => ({
    Component: (await import('./performances/performances-page')).PerformancesPage,
  }),
  'performances/new': performanceEditor,
  'performances/:id': async () => ({
    Component: (await import('./performances/performance-page')).PerformancePage,
  }),
  'performances/:id/edit': performanceEditor,
  'performances/:id/print': async () => ({
    Component: (await import('./performances/print/print-page')).PrintPerformancePage,
  }),
  mails: async () => ({ Component: (await import('./mails/mails-page')).MailsPage }),
  venues: async () => ({ Component: (await import('./venues/venues-page')).VenuesPage }),
  clock: async () => ({ Component: (await import('./clock/clock-page')).ClockPage }),
  'clock/print': async () => ({
    Component: (await import('./clock/print/print-sheets-page')).PrintSheetsPage,
  }),
  'clock/:id': async () => ({
    Component: (await import('./clock/person/sheet-page')).SheetPage,
  }),
  ledger: async () => ({ Component: (await import('./ledger/ledger-page')).LedgerPage }),
  reviews: async () => ({ Component: (await import('./reviews/reviews-page')).ReviewsPage }),
  settings: async () => ({ Component: (await import('./settings/settings-page')).SettingsPage }),
}

async function programEditor() {
  return { Component: (await import('./programs/program-editor-page')).ProgramEditorPage }
}

async function performanceEditor() {
  return {
    Component: (await import('./performances/performance-editor-page')).PerformanceEditorPage,
  }
}

/** Fetches every page in a quiet moment, so that going there later needs no network. */
export function fetchPagesAhead(): void {
  // What cannot be fetched now is fetched when it is opened, and says so there.
  setTimeout(() => void Promise.allSettled(Object.values(PAGES).map((load) => load())), 2000)
}
