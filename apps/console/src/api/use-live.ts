import { ENDPOINTS } from '@counterfoil/protocol'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMerchant } from '../session/merchant'
import { readEvents } from './event-stream'
import { headersFor, pathFor, type Scope } from './scope'
import { isTopic, TOPICS, type Topic } from './topics'
import { topicKey } from './use-api'

/** A stream that is silent this long is dead: the server sends a comment every 20 s. */
const SILENCE = 50_000
const RETRY_FIRST = 1000
const RETRY_LAST = 30_000

export type LiveState = 'connecting' | 'live' | 'lost'

/** What else is shown from a topic that changed. */
const FOLLOWERS: Partial<Record<Topic, readonly Topic[]>> = {
  ledger: ['today', 'cards'],
  reviews: ['today'],
  devices: ['today'],
}

/** Follows the merchant's changes while the page is open, and reconnects by itself. */
export function useLive(): LiveState {
  const { scope } = useMerchant()
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    const ending = new AbortController()
    void follow(scope, client, setState, ending.signal)
    return () => ending.abort()
  }, [scope, client])
  return state
}

async function follow(
  scope: Scope,
  client: QueryClient,
  tell: (state: LiveState) => void,
  ended: AbortSignal,
): Promise<void> {
  let wait = RETRY_FIRST
  let missed = false
  while (!ended.aborted) {
    const opened = await listen(
      scope,
      ended,
      (topics) => refresh(client, scope, topics),
      () => {
        tell('live')
        // Whatever happened while nobody listened may be anything.
        if (missed) refresh(client, scope, TOPICS)
        missed = true
        wait = RETRY_FIRST
      },
    )
    if (opened === 'signed-out' || ended.aborted) return
    tell('lost')
    await pause(wait, ended)
    wait = Math.min(wait * 2, RETRY_LAST)
  }
}

/** One connection, from opening to its end, whatever ended it. */
async function listen(
  scope: Scope,
  ended: AbortSignal,
  onTopics: (topics: readonly Topic[]) => void,
  onOpen: () => void,
): Promise<'closed' | 'signed-out'> {
  const silent = new AbortController()
  let timer = setTimeout(() => silent.abort(), SILENCE)
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => silent.abort(), SILENCE)
  }
  try {
    const response = await fetch(pathFor(scope, ENDPOINTS.merchantLive.path), {
      headers: { accept: 'text/event-stream', ...headersFor(scope) },
      signal: AbortSignal.any([ended, silent.signal]),
    })
    if (response.status === 401) return 'signed-out'
    if (!response.ok || response.body === null) return 'closed'
    onOpen()
    for await (const { event, data } of readEvents(response.body, alive)) {
      if (event === 'change') onTopics(topicsOf(data))
    }
    return 'closed'
  } catch {
    // A connection that broke is the ordinary end of one; the caller opens the next.
    return 'closed'
  } finally {
    clearTimeout(timer)
  }
}

/** The topics a hint names; all of them when it cannot be read. */
function topicsOf(data: string): readonly Topic[] {
  try {
    const hint: unknown = JSON.parse(data)
    const named = typeof hint === 'object' && hint !== null && 'topics' in hint ? hint.topics : hint
    return Array.isArray(named) ? named.filter(isTopic) : TOPICS
  } catch {
    return TOPICS
  }
}

function refresh(client: QueryClient, scope: Scope, topics: readonly Topic[]): void {
  const all = new Set(topics.flatMap((topic) => [topic, ...(FOLLOWERS[topic] ?? [])]))
  for (const topic of all) {
    void client.invalidateQueries({ queryKey: topicKey(scope.merchant_id, topic) })
  }
}

function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    ended.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
