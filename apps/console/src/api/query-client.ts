import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut, mayRetry } from './errors'

export const ME_KEY = ['me'] as const
/** Set when a session ended by itself, so that signing in again can say so. */
export const ENDED_KEY = ['session-ended'] as const

/** Reads are kept for half a minute and refreshed by live hints; a 401 anywhere ends the session. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (!isSignedOut(error)) return
    if (client.getQueryData(ME_KEY)) client.setQueryData(ENDED_KEY, true)
    client.setQueryData(ME_KEY, null)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && mayRetry(error),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
