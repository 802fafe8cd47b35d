import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { MerchantsPage } from './pages/merchants/merchants-page'
import { NotFoundPage } from './pages/not-found-page'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { CrashPage } from './shell/crash-page'
import { MerchantLayout } from './shell/merchant-layout'
import { SignedIn } from './shell/signed-in'

/** The same pages exist for one's own business and under `/for/<id>` for another's. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate replace to="today" /> },
  { path: '*', element: <NotFoundPage /> },
]

export function createRouter() {
  return createBrowserRouter(
    [
      { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
      {
        element: <SignedIn />,
        errorElement: <CrashPage />,
        children: [
          { path: '/merchants', element: <MerchantsPage /> },
          { path: '/for/:merchant_id', element: <MerchantLayout />, children: pages },
          { path: '/', element: <MerchantLayout />, children: pages },
        ],
      },
    ],
    { basename: '/console' },
  )
}
