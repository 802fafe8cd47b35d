import { NoAnswer } from '@counterfoil/protocol'
import { useRouteError } from 'react-router'
import { ErrorState } from '../components/error-state'
import { CrashNotice } from './crash-page'

/** One page could not be shown; everything around it stays. */
export function PageTrouble() {
  const error = useRouteError()
  // A page's code that does not arrive is a missing network, not a fault of the page.
  const isUnfetched = error instanceof TypeError && /import|fetch|load/i.test(error.message)
  if (!isUnfetched) return <CrashNotice />
  return (
    <ErrorState
      error={new NoAnswer('the page could not be fetched', { cause: error })}
      headingLevel={1}
      onRetry={() => location.reload()}
    />
  )
}
