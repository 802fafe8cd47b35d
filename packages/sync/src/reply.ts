import type { TransportAnswer } from './ports'

/**
 * What an answer means. Only the server's own words count: a status without its JSON (a captive
 * portal's 200 page, a proxy's 401, 403 or 502) is no answer at all.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly code: string
      readonly retry_after_ms: number | null
    }
  | { readonly kind: 'none'; readonly reason: string }

/** @param read `undefined` when the body does not have the agreed form */
export function readReply<T>(
  answer: TransportAnswer,
  read: (body: unknown) => T | undefined,
): Reply<T> {
  if (answer.kind === 'none') return answer
  if (answer.status === 200) {
    const value = read(answer.body)
    return value === undefined
      ? { kind: 'none', reason: 'the answer is not from our server' }
      : { kind: 'ok', value }
  }
  const code = problemCode(answer)
  return code === undefined
    ? { kind: 'none', reason: `status ${answer.status} without a problem document` }
    : { kind: 'problem', status: answer.status, code, retry_after_ms: answer.retry_after_ms }
}

function problemCode(answer: Extract<TransportAnswer, { kind: 'answer' }>): string | undefined {
  if (!isRecord(answer.body)) return undefined
  const { code, status, request_id } = answer.body
  // A gateway may answer problem documents too, but not with our codes and request ids.
  const ours = typeof code === 'string' && /^[A-Z][A-Z_]*$/.test(code) && status === answer.status
  return ours && typeof request_id === 'string' ? code : undefined
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
