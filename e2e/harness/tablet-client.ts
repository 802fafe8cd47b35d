import { gzipSync } from 'node:zlib'
import { CompactEncrypt, importJWK } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { readAnswer, statusAndCode, type Answer, type Problem } from './answer'
import { hashOf, makeDpopKey, signProof, type DpopKey, type ProofClaims } from './dpop'
import type { ClaimAnswer, Op, Pairing, PullAnswer, PushAnswer, Change } from './wire'

export interface RequestOptions {
  /** Sent as JSON; a string goes as it is. */
  readonly body?: unknown
  readonly gzip?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** Claims of the proof to lie about; with a `nonce` here no fresh one is fetched. */
  readonly proof?: Partial<ProofClaims>
}

export interface OpOptions {
  readonly id?: string
  readonly seq?: number
  readonly at?: Date
  readonly offset_ms?: number | null
  readonly sign_on?: string
  readonly shown?: Op['shown']
}

/**
 * An independent tablet, written against the wire contract alone: nothing of the product is imported.
 *
 * It keeps its key, its nonce and the next `seq` in memory. `origin` says where to send, so that one
 * tablet can speak to several nodes; proofs always name the public address from the pairing.
 */
export class TabletClient {
  /** The next sequence number to hand out. */
  nextSeq = 1
  claimed: ClaimAnswer | undefined
  #nonce: string | undefined

  private constructor(
    readonly pairing: Pairing,
    readonly key: DpopKey,
    public origin: string,
  ) {}

  /** A tablet that has read a pairing code but not claimed it. */
  static async pair(pairing: Pairing, key?: DpopKey): Promise<TabletClient> {
    return new TabletClient(pairing, key ?? (await makeDpopKey()), new URL(pairing.api_url).origin)
  }

  /** The claim's answer. @throws before a successful `claim` */
  get identity(): ClaimAnswer {
    if (this.claimed === undefined) throw new Error('this tablet has not claimed its pairing')
    return this.claimed
  }

  async claim(): Promise<Answer<ClaimAnswer>> {
    const answer = await this.request<ClaimAnswer>('POST', '/device/claim', {
      body: { app_version: '1.0.0', platform: 'conformance script' },
    })
    if (answer.status === 200) this.claimed = answer.body
    return answer
  }

  /** One signed request; a server that wants a (new) nonce is asked once more with it. */
  async request<T>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const first = await this.#send<T>(method, path, options)
    const wantsNonce = (first.body as Partial<Problem> | undefined)?.code === 'USE_DPOP_NONCE'
    if (!wantsNonce || options.proof?.nonce !== undefined) return first
    return this.#send<T>(method, path, options)
  }

  async #send<T>(method: string, path: string, options: RequestOptions): Promise<Answer<T>> {
    const payload = encode(options)
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { ...(await this.#authorise(method, path, options)), ...options.headers },
      ...(payload === undefined ? {} : { body: payload }),
    })
    this.#nonce = response.headers.get('dpop-nonce') ?? this.#nonce
    return readAnswer<T>(response)
  }

  async #authorise(
    method: string,
    path: string,
    { body, gzip, proof }: RequestOptions,
  ): Promise<Record<string, string>> {
    const claims: ProofClaims = {
      htm: method,
      htu: `${this.pairing.api_url}${path.split('?')[0]}`,
      ath: hashOf(this.pairing.auth_token),
      ...(this.#nonce === undefined ? {} : { nonce: this.#nonce }),
      ...proof,
    }
    return {
      authorization: `DPoP ${this.pairing.auth_token}`,
      dpop: await signProof(this.key, claims),
      'counterfoil-protocol': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(gzip === true ? { 'content-encoding': 'gzip' } : {}),
    }
  }

  /** An op of this tablet with the next `seq`; done now by an exact clock unless said otherwise. */
  op(kind: string, data: Op['data'] = {}, options: OpOptions = {}): Op {
    const { id, seq, at = new Date(), offset_ms = 0, sign_on, shown } = options
    return {
      id: id ?? uuidv7(),
      seq: seq ?? this.nextSeq++,
      kind,
      at: at.toISOString(),
      offset_ms,
      ...(sign_on === undefined ? {} : { sign_on }),
      shown: shown ?? { status: 'accepted', code: null },
      data,
    }
  }

  /** A `staff.sign_on` with its PIN sealed for this op, this device and this person. */
  async signOn(staffId: string, pin: string, options: OpOptions = {}): Promise<Op> {
    const id = options.id ?? uuidv7()
    const sealed_pin = await this.sealPin({
      pin,
      op: id,
      device: this.identity.device.id,
      staff: staffId,
    })
    return this.op('staff.sign_on', { staff_id: staffId, sealed_pin }, { ...options, id })
  }

  /** JWE compact, ECDH-ES + A256GCM, to the server's sealing key. */
  async sealPin(plaintext: Readonly<Record<string, unknown>>): Promise<string> {
    const { sealing_key } = this.identity
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plaintext)))
      .setProtectedHeader({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        ...(sealing_key.kid === undefined ? {} : { kid: sealing_key.kid }),
      })
      .encrypt(await importJWK(sealing_key, 'ECDH-ES'))
  }

  /** Pushes one batch; `more` adds or overrides fields beside `ops`. */
  push(
    ops: readonly unknown[],
    more: Readonly<Record<string, unknown>> = {},
    options: RequestOptions = {},
  ): Promise<Answer<PushAnswer>> {
    const body = {
      sent_at: new Date().toISOString(),
      queue: { pending: ops.length, oldest_at: ops.length === 0 ? null : new Date().toISOString() },
      ops,
      ...more,
    }
    return this.request('POST', '/store/sync/push', { body, ...options })
  }

  pull(cursor?: string, limit = 500): Promise<Answer<PullAnswer>> {
    const tail = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    return this.request('GET', `/store/sync/pull?limit=${limit}${tail}`)
  }

  /** Everything from `cursor` (or the start) on, and the cursor after it. */
  async pullAll(cursor?: string, limit = 500): Promise<{ changes: Change[]; cursor: string }> {
    const changes: Change[] = []
    for (let at = cursor; ;) {
      const answer = await this.pull(at, limit)
      if (answer.status !== 200) throw new Error(`pull: ${statusAndCode(answer)}`)
      changes.push(...answer.body.changes)
      at = answer.body.cursor
      if (!answer.body.more) return { changes, cursor: at }
    }
  }

  /** The names of the server-sent events, as they come, until `signal` aborts. */
  async *live(signal: AbortSignal): AsyncGenerator<string> {
    const path = '/store/sync/live'
    const headers = { ...(await this.#authorise('GET', path, {})), accept: 'text/event-stream' }
    const response = await fetch(`${this.origin}/api/v1${path}`, { headers, signal })
    if (!response.ok || response.body === null) throw new Error(`live: ${response.status}`)
    let rest = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split(/\r?\n/)
      rest = lines.pop() ?? ''
      yield* lines.filter((line) => line.startsWith('event:')).map((line) => line.slice(6).trim())
    }
  }
}

function encode({ body, gzip }: RequestOptions): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined) return undefined
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return gzip === true ? new Uint8Array(gzipSync(text)) : text
}
