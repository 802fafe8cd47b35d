import type { AnswerOf, CallInput, Endpoint } from '@counterfoil/protocol'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMerchant } from '../session/merchant'
import { callScoped, writeScoped } from './client'
import type { Topic } from './topics'

export const topicKey = (merchant_id: string, topic: Topic) =>
  ['books', merchant_id, topic] as const

export interface ReadOptions {
  readonly enabled?: boolean
  /** Ask again by itself this often, ms. */
  readonly every?: number | false
  /** Keep showing the last answer while another one of the same shape is fetched. */
  readonly keep?: boolean
  /** Not touched by live hints or by coming back to the page: what is read does not move. */
  readonly still?: boolean
}

/** Reads one endpoint; loads again whenever its topic is said to have changed. */
export function useRead<E extends Endpoint>(
  topic: Topic,
  endpoint: E,
  input: CallInput<E>,
  { enabled = true, every = false, keep = false }: ReadOptions = {},
) {
  const { scope } = useMerchant()
  return useQuery<AnswerOf<E>>({
    queryKey: [...topicKey(scope.merchant_id, topic), endpoint.path, input],
    queryFn: ({ signal }) => callScoped(scope, endpoint, input, { signal }),
    enabled,
    refetchInterval: every,
    ...(keep && { placeholderData: keepPreviousData }),
  })
}

/** A list endpoint, as far as its type says. */
type ListEndpoint = Endpoint & { readonly query: NonNullable<Endpoint['query']> }
type ItemOf<E> = AnswerOf<E> extends { items: (infer T)[] } ? T : never
interface ListPage<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** A list, page by page. `query` is part of its name: another filter is another list. */
export function usePages<E extends ListEndpoint>(
  topic: Topic,
  endpoint: E,
  query: Readonly<Record<string, unknown>>,
  { enabled = true, keep = true, still = false }: ReadOptions = {},
) {
  const { scope } = useMerchant()
  return useInfiniteQuery({
    queryKey: [
      ...(still ? ['still', scope.merchant_id] : topicKey(scope.merchant_id, topic)),
      endpoint.path,
      'pages',
      query,
    ],
    queryFn: async ({ pageParam, signal }) => {
      const input = { query: { ...query, ...(pageParam !== null && { cursor: pageParam }) } }
      const page = await callScoped(scope, endpoint, input as unknown as CallInput<E>, { signal })
      return page as unknown as ListPage<ItemOf<E>>
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
    ...(still && {
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchOnMount: 'always',
    }),
    ...(keep && { placeholderData: keepPreviousData }),
  })
}

interface ListInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
}
const NO_INPUT: ListInput = {}

/** Everything a list has, for lists that a shop keeps short: stores, tablets, people, programs. */
export function useAll<E extends ListEndpoint>(
  topic: Topic,
  endpoint: E,
  { params, query }: ListInput = NO_INPUT,
  { enabled = true }: Pick<ReadOptions, 'enabled'> = {},
) {
  const { scope } = useMerchant()
  return useQuery({
    enabled,
    queryKey: [...topicKey(scope.merchant_id, topic), endpoint.path, 'all', params, query],
    queryFn: async ({ signal }) => {
      const found: ItemOf<E>[] = []
      let cursor: string | null = null
      do {
        const input = {
          ...(params && { params }),
          query: { limit: 500, ...query, ...(cursor !== null && { cursor }) },
        }
        const answer = await callScoped(scope, endpoint, input as unknown as CallInput<E>, {
          signal,
        })
        const page = answer as unknown as ListPage<ItemOf<E>>
        found.push(...page.items)
        cursor = page.next
      } while (cursor !== null)
      return found
    },
  })
}

/** A write; afterwards everything of the named topics is loaded again. */
export function useWrite<E extends Endpoint>(endpoint: E, topics: readonly Topic[]) {
  const { scope } = useMerchant()
  const client = useQueryClient()
  return useMutation<AnswerOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => writeScoped(scope, endpoint, input),
    onSettled: () =>
      Promise.all(
        topics.map((topic) =>
          client.invalidateQueries({ queryKey: topicKey(scope.merchant_id, topic) }),
        ),
      ),
  })
}
