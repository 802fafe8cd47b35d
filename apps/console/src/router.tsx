import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { NotFoundPage } from './pages/not-found-page'
import { PAGES } from './pages/pages'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { CrashPage } from './shell/crash-page'
import { MerchantLayout } from './shell/merchant-layout'
import { Opening } from './shell/opening'
import { PageTrouble } from './shell/page-trouble'
import { SignedIn } from './shell/signed-in'

/** The same pages exist for one's own business and under `/for/<id>` for another's. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate replace to="today" /> },
  {
    errorElement: <PageTrouble />,
    children: [
      ...Object.entries(PAGES).map(([path, lazy]) => ({ path, lazy })),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
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
