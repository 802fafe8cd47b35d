import type { Pairing } from '@counterfoil/domain'
import { readPairing } from '@counterfoil/domain'
import { isRecord, type Reply, readReply } from '@counterfoil/sync'
import { answerOf } from './device-fetch'

/** Exchanges a typed code for what its QR would have said; a code works once. */
export async function redeemCode(code: string): Promise<Reply<Pairing>> {
  const answer = await answerOf(() =>
    fetch('/api/v1/public/pairing-codes', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ code: code.slice(0, 32) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    }),
  )
  return readReply(answer, (body) =>
    isRecord(body) && isRecord(body['pairing'])
      ? readPairing(JSON.stringify(body['pairing']))
      : undefined,
  )
}
