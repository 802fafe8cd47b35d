import type * as z from 'zod'
import type { ProblemCode } from './problem'

/** Who may call a route; the table in section 2 of the wire contract. */
export type Caller =
  | 'anyone'
  /** A tablet that holds a pairing token, claimed or about to be. */
  | 'device'
  /** A paired tablet, or a signed-in user who names the store in `Counterfoil-Store`. */
  | 'store'
  /** A signed-in user, of whatever merchant. */
  | 'user'
  /** A signed-in user of the merchant; viewers may read, managers and owners write. */
  | 'merchant'
  | 'admin'

/** Least role a merchant route asks for, in rising order. */
export const ROLES = ['viewer', 'manager', 'owner'] as const
export type Role = (typeof ROLES)[number]

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With `:name` for each path parameter. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly caller: Caller
  /** Merchant routes only; default `viewer` for GET, `owner` otherwise. */
  readonly role?: Role
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly status: 200 | 201 | 204
  /** Absent with 204. `stream` routes answer as they go instead: server-sent events, or `media`. */
  readonly answer?: z.ZodType
  readonly stream?: true
  /** Media types of a stream that is not of events. */
  readonly media?: readonly string[]
  /** Asks for an `Idempotency-Key`, and answers it the same for ever by itself. */
  readonly keyed?: true
  /** Beyond those that every route of its caller can answer. */
  readonly problems?: readonly ProblemCode[]
}

/** Keeps the exact type of one endpoint: which parts it has, and their schemas. */
export function endpoint<const E extends Endpoint>(description: E): E {
  return description
}

type Input<S> = S extends z.ZodType ? z.input<S> : never
type Output<S> = S extends z.ZodType ? z.output<S> : never
type Part<E, Name extends string> = E extends { readonly [N in Name]: infer S } ? S : never

/** What a caller hands in. */
export type ParamsOf<E> = Input<Part<E, 'params'>>
export type QueryOf<E> = Input<Part<E, 'query'>>
export type BodyOf<E> = Input<Part<E, 'body'>>
export type AnswerOf<E> = Output<Part<E, 'answer'>>

/** What the server's handler gets once the schemas have read it. */
export type ReadParams<E> = Output<Part<E, 'params'>>
export type ReadQuery<E> = Output<Part<E, 'query'>>
export type ReadBody<E> = Output<Part<E, 'body'>>
