import type { Id } from '@counterfoil/domain'
import { ENDPOINTS, type Performance, type Review } from '@counterfoil/protocol'
import type { IngestShop, IngestTablet, OpExtras, WireOp } from './testing'

export interface TestTicket {
  readonly id: Id
  readonly token: string
}

/** One performance of a shop, with its doors. */
export class Venue {
  constructor(
    readonly shop: IngestShop,
    readonly performance_id: Id,
  ) {}

  static async open(
    shop: IngestShop,
    rules: Readonly<Record<string, unknown>> = {},
  ): Promise<Venue> {
    const body = { title: 'Hamlet', starts_at: '2026-11-20T19:00:00.000Z', capacity: 100 }
    const answer = await shop.shop.call(ENDPOINTS.createPerformance, {
      body: { ...body, pin_required: false, ...rules },
    })
    return new Venue(shop, answer.body.performance.id)
  }

  async ticket(more: Readonly<Record<string, unknown>> = {}): Promise<TestTicket> {
    const body = { performance_id: this.performance_id, name: 'Nora', party_size: 1, ...more }
    const answer = await this.shop.shop.call(ENDPOINTS.createTicket, { body })
    return { id: answer.body.ticket.id, token: answer.body.token }
  }

  door(label = 'North door'): Promise<IngestTablet> {
    return this.shop.tablet(['door'], label)
  }

  admit(
    door: IngestTablet,
    { token }: Pick<TestTicket, 'token'>,
    { count, ...extras }: OpExtras & { readonly count?: number } = {},
  ): WireOp {
    const data = { ticket_token: token, performance_id: this.performance_id }
    return door.op('ticket.admit', count === undefined ? data : { ...data, count }, extras)
  }

  exit(door: IngestTablet, { token }: TestTicket, extras: OpExtras = {}): WireOp {
    const data = { ticket_token: token, performance_id: this.performance_id }
    return door.op('ticket.exit', data, extras)
  }

  walkIn(door: IngestTablet, count: number, extras: OpExtras = {}): WireOp {
    return door.op('ticket.walk_in', { performance_id: this.performance_id, count }, extras)
  }

  async now(): Promise<Performance> {
    const params = { id: this.performance_id }
    return (await this.shop.shop.call(ENDPOINTS.getPerformance, { params })).body.performance
  }

  /** The open review of an operation. */
  async review(op: WireOp): Promise<Review> {
    const query = { status: 'open', limit: '500' }
    const { items } = (await this.shop.shop.call(ENDPOINTS.listReviews, { query })).body
    const review = items.find(({ op_id }) => op_id === op.id)
    if (review === undefined) throw new Error('no review was opened')
    return review
  }

  async decide(op: WireOp, action: 'accept' | 'void' | 'dismiss'): Promise<Review> {
    const params = { id: (await this.review(op)).id }
    const body = { action, note: '' }
    return (await this.shop.shop.call(ENDPOINTS.resolveReview, { params, body })).body.review
  }

  /** What tablets are told. */
  async told(entity: 'performance' | 'ticket' | 'issuer_key', id: Id): Promise<unknown> {
    const row = await this.shop.server.deps.db
      .selectFrom('feed')
      .select('data')
      .where('merchant_id', '=', this.shop.merchant_id)
      .where('entity', '=', entity)
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.data
  }
}
