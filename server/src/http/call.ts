import type { EpochMs } from '@counterfoil/domain'
import type { AnswerOf, Endpoint, ReadBody, ReadParams, ReadQuery } from '@counterfoil/protocol'
import type { Context } from 'hono'
import type { Deps } from '../deps'
import type { CallerOf } from './caller'
import type { AppEnv } from './env'

/** One request as its handler sees it: who calls, and what the schemas have read. */
export interface Call<E extends Endpoint, Body = ReadBody<E>> {
  /**
   * Use these, not the ones given to `mount`: their database holds the caller's merchant alone, and
   * they may join a transaction that `mount` holds.
   */
  readonly deps: Deps
  readonly params: ReadParams<E>
  readonly query: ReadQuery<E>
  readonly body: Body
  readonly caller: CallerOf<E>
  readonly request_id: string
  readonly ip: string
  /** Arrival. */
  readonly now: EpochMs
  readonly c: Context<AppEnv>
}

/** What a handler answers: nothing with 204, a `Response` for a stream, else the endpoint's answer. */
export type HandlerAnswer<E extends Endpoint> = E extends { readonly stream: true }
  ? Response
  : E extends { readonly status: 204 }
    ? void
    : AnswerOf<E>

export type Handler<E extends Endpoint, Body = ReadBody<E>> = (
  call: Call<E, Body>,
) => Promise<HandlerAnswer<E>>
