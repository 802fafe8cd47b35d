import type { Hono } from 'hono'
import { ENDPOINTS, type CheckInPreview, type WireVerdict } from '@counterfoil/protocol'
import type { AppEnv } from '../../http/env'
import type { IngestShop } from '../../sync/testing'
import type { TestTicket, Venue } from '../../sync/testing-door'

type Body = Readonly<Record<string, unknown>>

export interface Said<T> {
  readonly status: number
  readonly text: string
  readonly body: T
}

/** A client that is always online: a signed-in manager at the shop's store. */
export class OnlineDoor {
  private constructor(
    readonly shop: IngestShop,
    readonly authorization: string,
  ) {}

  static async open(shop: IngestShop): Promise<OnlineDoor> {
    return new OnlineDoor(shop, await shop.bearer('manager'))
  }

  preview(body: Body): Promise<Said<CheckInPreview>> {
    return this.#post(ENDPOINTS.previewCheckIn.path, body, {}, this.shop.server.app)
  }

  /** @param app which node is asked */
  confirm(
    key: string | undefined,
    body: Body,
    app = this.shop.server.app,
  ): Promise<Said<{ readonly verdict: WireVerdict }>> {
    const headers = key === undefined ? {} : { 'idempotency-key': key }
    return this.#post(ENDPOINTS.confirmCheckIn.path, body, headers, app)
  }

  async #post<T>(
    path: string,
    body: Body,
    headers: Readonly<Record<string, string>>,
    app: Hono<AppEnv>,
  ): Promise<Said<T>> {
    const response = await app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'counterfoil-store': this.shop.shop.store.code,
        authorization: this.authorization,
        ...headers,
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, text, body: JSON.parse(text) as T }
  }
}

export function bodyOf({ performance_id }: Venue, { token }: Pick<TestTicket, 'token'>): Body {
  return { performance_id, ticket_token: token }
}
