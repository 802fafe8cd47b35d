import { Navigate, Outlet, useLocation } from 'react-router'
import { ErrorState } from '../components/error-state'
import { useMe } from '../session/use-me'
import { Opening } from './opening'

/** Lets signed-in users through; everybody else signs in first and then comes back here. */
export function SignedIn() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (me.data) return <Outlet />
  if (me.data === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`
    return <Navigate replace to={`/sign-in${next}`} />
  }
  if (me.error) {
    return (
      <main>
        <ErrorState error={me.error} headingLevel={1} onRetry={() => void me.refetch()} />
      </main>
    )
  }
  return <Opening />
}
