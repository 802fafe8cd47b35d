import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { NotFoundPage } from './pages/not-found-page'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { CrashPage } from './shell/crash-page'
import { MerchantLayout } from './shell/merchant-layout'
import { Opening } from './shell/opening'
import { SignedIn } from './shell/signed-in'

const programEditor = async () => ({
  Component: (await import('./pages/programs/program-editor-page')).ProgramEditorPage,
})

/** The same pages exist for one's own business and under `/for/<id>` for another's. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate replace to="today" /> },
  {
    path: 'today',
    lazy: async () => ({ Component: (await import('./pages/today/today-page')).TodayPage }),
  },
  {
    path: 'stores',
    lazy: async () => ({ Component: (await import('./pages/stores/stores-page')).StoresPage }),
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('./pages/people/people-page')).PeoplePage }),
  },
  {
    path: 'programs',
    lazy: async () => ({
      Component: (await import('./pages/programs/programs-page')).ProgramsPage,
    }),
  },
  { path: 'programs/new', lazy: programEditor },
  { path: 'programs/:id', lazy: programEditor },
  {
    path: 'cards',
    lazy: async () => ({ Component: (await import('./pages/cards/cards-page')).CardsPage }),
  },
  {
    path: 'cards/print',
    lazy: async () => ({
      Component: (await import('./pages/cards/print-cards-page')).PrintCardsPage,
    }),
  },
  {
    path: 'ledger',
    lazy: async () => ({ Component: (await import('./pages/ledger/ledger-page')).LedgerPage }),
  },
  {
    path: 'reviews',
    lazy: async () => ({ Component: (await import('./pages/reviews/reviews-page')).ReviewsPage }),
  },
  {
    path: 'settings',
    lazy: async () => ({
      Component: (await import('./pages/settings/settings-page')).SettingsPage,
    }),
  },
  { path: '*', element: <NotFoundPage /> },
]

export function createRouter() {
  return createBrowserRouter(
    [
      {
        path: '/sign-in',
        element: <SignInPage />,
        errorElement: <CrashPage />,
        hydrateFallbackElement: <Opening />,
      },
      {
        element: <SignedIn />,
        hydrateFallbackElement: <Opening />,
        errorElement: <CrashPage />,
        children: [
          {
            path: '/merchants',
            lazy: async () => ({
              Component: (await import('./pages/merchants/merchants-page')).MerchantsPage,
            }),
          },
          { path: '/for/:merchant_id', element: <MerchantLayout />, children: pages },
          { path: '/', element: <MerchantLayout />, children: pages },
        ],
      },
    ],
    { basename: '/console' },
  )
}
