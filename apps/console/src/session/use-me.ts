import { ENDPOINTS, type User } from '@counterfoil/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callOpen } from '../api/client'
import { isSignedOut } from '../api/errors'
import { ENDED_KEY, ME_KEY } from '../api/query-client'

/** The signed-in user; `null` when nobody is. */
export function useMe() {
  return useQuery<User | null>({
    queryKey: ME_KEY,
    queryFn: async ({ signal }) => {
      try {
        return (await callOpen(ENDPOINTS.me, {}, signal)).user
      } catch (error) {
        if (isSignedOut(error)) return null
        throw error
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly totp?: string
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Credentials) => callOpen(ENDPOINTS.login, { body: credentials }),
    onSuccess: ({ user }) => {
      client.removeQueries({ queryKey: ENDED_KEY })
      client.setQueryData(ME_KEY, user)
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => callOpen(ENDPOINTS.logout, {}),
    onSuccess: () => {
      client.clear()
      client.setQueryData(ME_KEY, null)
    },
  })
}
