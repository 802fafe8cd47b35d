import type { Id } from '@counterfoil/domain'
import { isRecord, type Transport, type TransportAnswer } from '@counterfoil/sync'
import type { Credentials } from './credentials'
import type { Dice } from './dice'
import type { Nodes } from './nodes'
import type { Schedule } from './schedule'
import type { Witness } from './witness'

export type Weather = 'fine' | 'lossy' | 'down' | 'portal' | 'flapping' | 'hole'

/** What happens to one request. */
type Fate =
  | 'passes'
  | 'lost_before'
  | 'lost_after'
  | 'cut'
  | 'doubled'
  | 'late'
  | 'hole'
  | 'hole_after'

const FATES: Readonly<Record<'fine' | 'lossy', Readonly<Record<Fate, number>>>> = {
  fine: {
    passes: 1,
    lost_before: 0,
    lost_after: 0,
    cut: 0,
    doubled: 0,
    late: 0,
    hole: 0,
    hole_after: 0,
  },
  lossy: {
    passes: 40,
    lost_before: 15,
    lost_after: 15,
    cut: 8,
    doubled: 12,
    late: 5,
    hole: 2,
    hole_after: 3,
  },
}

const NONE: TransportAnswer = { kind: 'none', reason: 'unreachable' }

interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

interface Served {
  readonly status: number
  readonly text: string
  readonly retry_after_ms: number | null
}

export interface LineParts {
  readonly name: string
  readonly schedule: Schedule
  readonly dice: Dice
  readonly nodes: Nodes
  readonly witness: Witness
  readonly known: ReadonlySet<Id>
}

/** A tablet's way to the servers, through whatever weather there is. */
export class Line {
  weather: Weather = 'fine'

  constructor(readonly parts: LineParts) {}

  transport(credentials: Credentials): Transport {
    return {
      push: (body) =>
        this.#ask(credentials, { method: 'POST', path: '/api/v1/store/sync/push', body }),
      pull: (cursor, limit) => {
        const query = new URLSearchParams({ limit: String(limit) })
        if (cursor !== null) query.set('cursor', cursor)
        return this.#ask(credentials, { method: 'GET', path: `/api/v1/store/sync/pull?${query}` })
      },
    }
  }

  get #up(): boolean {
    const { now } = this.parts.schedule
    return this.weather !== 'down' && (this.weather !== 'flapping' || now % 1000 < 200)
  }

  #ask(credentials: Credentials, asked: Asked): Promise<TransportAnswer> {
    const { dice, schedule } = this.parts
    const fate: Fate =
      this.weather === 'hole'
        ? 'hole'
        : dice.weigh(FATES[this.weather === 'lossy' ? 'lossy' : 'fine'])
    const [there, back] = [this.#latency(), this.#latency()]
    return new Promise((resolve) => {
      const answer = (ms: number, what: TransportAnswer) => schedule.after(ms, () => resolve(what))
      if (!this.#up) return void answer(10, NONE)
      if (this.weather === 'portal')
        return void answer(there, answerOf(200, '<h1>Welcome</h1>', null))
      if (fate === 'hole') return
      if (fate === 'lost_before') return void answer(there * 3, NONE)
      const delay = fate === 'late' ? dice.between(15_000, 40_000) : there
      schedule.after(delay, async () => {
        if (!this.#up) return void answer(back, NONE)
        const { status, text, retry_after_ms } = await this.#serve(credentials, asked)
        if (fate === 'doubled') this.#again(credentials, asked)
        if (fate === 'hole_after') return
        const lost = fate === 'lost_after'
        const heard = fate === 'cut' ? text.slice(0, dice.between(0, text.length)) : text
        schedule.after(back, () => {
          resolve(lost || !this.#up ? NONE : answerOf(status, heard, retry_after_ms))
        })
      })
    })
  }

  #latency(): number {
    const { dice } = this.parts
    return this.weather === 'flapping' ? dice.between(10, 90) : dice.between(10, 400)
  }

  /** Something on the way sends the same once more; nobody waits for that answer. */
  #again(credentials: Credentials, asked: Asked): void {
    const { dice, schedule } = this.parts
    schedule.after(dice.between(1, 45_000), async () => {
      await this.#serve(credentials, asked)
    })
  }

  async #serve(credentials: Credentials, { method, path, body }: Asked): Promise<Served> {
    const { nodes, dice, name, witness } = this.parts
    const nth = dice.between(0, nodes.all.length - 1)
    const headers = credentials.headers(method)
    const init = { method, headers, ...(body === undefined ? {} : { body }) }
    const response = await nodes.all[nth === 0 ? 0 : 1].request(path, init)
    const text = await response.text()
    const { status } = response
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    this.#look(credentials, path, status, text)
    const route = path.split('?')[0]?.split('/').at(-1)
    witness.note(name, `${method} ${route} at node ${nth}: ${status}`)
    return { status, text, retry_after_ms: Number.isFinite(seconds) ? seconds * 1000 : null }
  }

  /** What can be told from an answer alone. */
  #look(credentials: Credentials, path: string, status: number, text: string): void {
    const { witness, name, known } = this.parts
    const body: unknown = JSON.parse(text)
    if (!isRecord(body)) return witness.fault(`I14: ${name} was answered ${text}`)
    if (status !== 200) {
      const whole = ['type', 'title', 'code', 'request_id'].every(
        (key) => typeof body[key] === 'string',
      )
      if (!whole || body['status'] !== status) witness.fault(`I14: no problem document: ${text}`)
      if (status >= 500) witness.fault(`the server broke: ${text}`)
      return
    }
    if (witness.dead.has(credentials.token.jti))
      witness.fault(`I8: ${name} was revoked and answered 200`)
    if (path.includes('/pull')) return this.#lookAtPage(body, known)
    for (const verdict of listOf(body['verdicts'])) {
      witness.heard(String(verdict['id']), verdict)
    }
  }

  #lookAtPage(body: Readonly<Record<string, unknown>>, known: ReadonlySet<Id>): void {
    for (const { id, entity } of listOf(body['changes'])) {
      if (known.has(String(id))) continue
      this.parts.witness.fault(`I6: ${this.parts.name} was told of a foreign ${String(entity)}`)
    }
  }
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** As a browser hands it to the engine: parsed, or nothing that could be. */
function answerOf(status: number, text: string, retry_after_ms: number | null): TransportAnswer {
  try {
    return { kind: 'answer', status, body: JSON.parse(text) as unknown, retry_after_ms }
  } catch {
    return { kind: 'answer', status, body: undefined, retry_after_ms }
  }
}
