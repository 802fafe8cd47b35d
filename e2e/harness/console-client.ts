import { readAnswer, type Answer } from './answer'

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A script that speaks to the console's routes, written against the wire contract alone.
 * Holds at most one session: a cookie after `login`, a bearer token after `useToken`.
 */
export class ConsoleClient {
  #cookie: string | undefined
  #token: string | undefined

  /** @param origin where the server listens, without a slash at the end */
  constructor(readonly origin: string) {}

  /** Signs in with a cookie. */
  async login(email: string, password: string): Promise<Answer> {
    const answer = await this.call('POST', '/auth/login', { body: { email, password } })
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0]
    return answer
  }

  /** Signs in with a short access token instead of the cookie. */
  async useToken(email: string, password: string): Promise<Answer> {
    const answer = await this.call<{ access_token: string }>('POST', '/auth/token', {
      body: { email, password },
    })
    this.#token = answer.body.access_token
    return answer
  }

  /** @param path below `/api/v1`, beginning with a slash */
  async call<T = unknown>(
    method: string,
    path: string,
    { body, headers }: CallOptions = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.#authorisation(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return readAnswer<T>(response)
  }

  /** Status and headers of a GET that may never end, such as an event stream. */
  async peek(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const stop = new AbortController()
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      headers: { ...this.#authorisation(), ...headers },
      signal: stop.signal,
    })
    const ends = !(response.headers.get('content-type') ?? '').startsWith('text/event-stream')
    if (ends) return readAnswer(response)
    stop.abort()
    return { status: response.status, headers: response.headers, body: undefined, text: '' }
  }

  #authorisation(): Record<string, string> {
    return {
      ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    }
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path)
  }

  post<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.call<T>('POST', path, { body })
  }

  patch<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call<T>('PATCH', path, { body })
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.call<T>('DELETE', path)
  }

  /** Every item of a list, page by page. */
  async all<T>(path: string, limit = 500): Promise<T[]> {
    const items: T[] = []
    const join = path.includes('?') ? '&' : '?'
    let cursor: string | null = ''
    while (cursor !== null) {
      const tail: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const url = `${path}${join}limit=${limit}${tail}`
      const { status, body, text } = await this.get<{ items: T[]; next: string | null }>(url)
      if (status !== 200) throw new Error(`GET ${url}: ${status} ${text}`)
      items.push(...body.items)
      cursor = body.next
    }
    return items
  }
}
