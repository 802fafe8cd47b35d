import { EmptyState } from '@counterfoil/ui'
import { useEffect, useMemo } from 'react'
import { Navigate, Outlet, useParams } from 'react-router'
import { useLive } from '../api/use-live'
import { fetchPagesAhead } from '../pages/pages'
import { MerchantContext, merchantOf } from '../session/merchant'
import { useMe } from '../session/use-me'
import { useText } from '../text'
import { ConsoleShell } from './console-shell'
import { UserMenu } from './user-menu'

/** Opens the books that the address means, and everything that stays around their pages. */
export function MerchantLayout() {
  const { merchant_id } = useParams()
  const me = useMe()
  // The same books stay the same object: the live stream would begin anew with every address.
  const merchant = useMemo(
    () => (me.data ? merchantOf(me.data, merchant_id) : undefined),
    [me.data, merchant_id],
  )
  if (!me.data) return null
  if (merchant === undefined) {
    return me.data.platform_admin ? <Navigate replace to="/merchants" /> : <NoMerchant />
  }
  return (
    <MerchantContext key={merchant.scope.merchant_id} value={merchant}>
      <Books />
    </MerchantContext>
  )
}

function Books() {
  const live = useLive()
  useEffect(fetchPagesAhead, [])
  return (
    <ConsoleShell live={live}>
      <Outlet />
    </ConsoleShell>
  )
}

function NoMerchant() {
  const { t } = useText()
  const { no_merchant } = t.console.shell
  return (
    <main>
      <EmptyState action={<UserMenu />} headingLevel={1} title={no_merchant.title}>
        {no_merchant.text}
      </EmptyState>
    </main>
  )
}
