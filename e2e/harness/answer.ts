/** A problem document, as far as the wire contract promises it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly request_id: string
}

/** An HTTP answer read to its end. */
export interface Answer<T = unknown> {
  readonly status: number
  readonly headers: Headers
  /** The parsed body, or undefined when there is none or it is no JSON. */
  readonly body: T
  readonly text: string
}

/** Reads an answer whole; JSON of any `…json` media type is parsed. */
export async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== ''
  const body = (json ? JSON.parse(text) : undefined) as T
  return { status: response.status, headers: response.headers, body, text }
}

/** `401 USE_DPOP_NONCE`, or the bare status of an answer that is no problem. */
export function statusAndCode({ status, body }: Answer): string {
  const code = (body as Partial<Problem> | undefined)?.code
  return code === undefined ? String(status) : `${status} ${code}`
}
