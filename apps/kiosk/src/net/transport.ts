import type { CancelSignal, Transport } from '@counterfoil/sync'
import { answerOf, type DeviceFetch } from './device-fetch'

/** The engine's line to the server. */
export function createTransport(send: DeviceFetch): Transport {
  return {
    push: (body, signal) =>
      answerOf(() =>
        send({ method: 'POST', path: '/store/sync/push', body, signal: aborted(signal) }),
      ),
    pull: (cursor, limit, signal) => {
      const query = new URLSearchParams({ limit: String(limit) })
      if (cursor !== null) query.set('cursor', cursor)
      const path = `/store/sync/pull?${query}`
      return answerOf(() => send({ method: 'GET', path, signal: aborted(signal) }))
    },
  }
}

function aborted(signal: CancelSignal): AbortSignal {
  const controller = new AbortController()
  signal.onCancel(() => controller.abort())
  return controller.signal
}
