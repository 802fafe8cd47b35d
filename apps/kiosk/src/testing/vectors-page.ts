import {
  comparePunches,
  type Effect,
  formatInstant,
  type Id,
  instantMs,
  type OpBody,
} from '@counterfoil/domain'
import {
  dataOf,
  ISSUER,
  jobsOf,
  performanceOf,
  pinOf,
  programOf,
  rewardsOf,
  readingOf,
  ticketOf,
  tokenOf,
  type Vector,
  type VectorOp,
  vectorsOf,
} from '@counterfoil/domain/vectors'
import { cardState, effectsOn, standingPunches } from '@counterfoil/sync'
import { KioskDb, putMeta } from '../db/database'
import type { Identity } from '../db/rows'
import { saveOp } from '../db/save-op'
import { sha256 } from '../net/base64url'

/** What a tablet makes of a golden vector by itself. */
interface Outcome {
  readonly name: string
  readonly answers: readonly unknown[]
  readonly state: unknown
}

declare global {
  interface Window {
    /** Runs every golden vector that a tablet can run, each on a database of its own. */
    runVectors: () => Promise<readonly Outcome[]>
  }
}

const TAB = 'vectors'

class TabletRun {
  readonly #ids = new Map<string, Id>()
  readonly #db: KioskDb

  constructor(
    readonly vector: Vector,
    place: number,
  ) {
    this.#db = new KioskDb(`vectors-${place}`)
  }

  /** As UUIDv7 are: what is named later sorts later. */
  readonly #id = (name: string): Id => {
    const known = this.#ids.get(name)
    const made = `01930000-0000-7000-8000-${String(this.#ids.size).padStart(12, '0')}`
    if (known === undefined) this.#ids.set(name, made)
    return known ?? made
  }

  readonly #naming = { id: this.#id, token: tokenOf }

  async run(): Promise<Outcome> {
    await this.#seed()
    const answers: unknown[] = []
    for (const [index, one] of this.vector.ops.entries()) answers.push(await this.#save(one, index))
    const state = await this.#state()
    await this.#db.delete()
    return { name: this.vector.name, answers, state }
  }

  #identity(): Identity {
    return {
      state: 'paired',
      api_url: 'http://localhost',
      device: { id: this.#id('till'), label: 'till', jobs: jobsOf(this.vector) },
      store: {
        id: this.#id('store'),
        code: 'S-1',
        name: 'Shop',
        time_zone: this.vector.facts.time_zone ?? 'Europe/Luxembourg',
      },
      merchant: { id: this.#id('merchant'), name: 'Merchant' },
      incarnation: 1,
      sealing_key: { kty: 'EC', crv: 'P-256', x: '', y: '', alg: 'ECDH-ES', use: 'enc', kid: '' },
      limits: { max_ops: 500, max_bytes: 1 },
    }
  }

  async #seed(): Promise<void> {
    const { programs = {}, cards = {}, people = {} } = this.vector.facts
    await putMeta(this.#db, 'identity', this.#identity())
    await putMeta(this.#db, 'leader', TAB)
    for (const [name, program] of Object.entries(programs)) {
      const row = { ...programOf(program, this.#id(name)), name, reward: '' }
      await this.#db.programs.add(row)
    }
    for (const reward of rewardsOf(this.vector.facts, (name) => this.#id(name))) {
      await this.#db.rewards.add({ ...reward, name: 'Coffee' })
    }
    for (const [name, card] of Object.entries(cards)) {
      const stamps = (card?.stamps ?? []).map(({ at, count }, n) => {
        return { op_id: this.#id(`${name} ${n}`), at, count }
      })
      await this.#db.cards.add({
        id: this.#id(name),
        token_hash: await sha256(tokenOf(name)),
        program_id: this.#id(card?.program ?? ''),
        status: card?.status === 'blocked' ? 'blocked' : 'active',
        number_end: '0000',
        stamps: stamps.reduce((sum, { count }) => sum + count, 0),
        recent: stamps,
        points: 0,
        moves: [],
      })
    }
    await this.#seedDoor()
    for (const [name, person] of Object.entries(people)) {
      const id = this.#id(name)
      const badge = { badge_hash: null, verifier: null, pin_length: 6, locked_until: null }
      const active = person?.active ?? true
      await this.#db.staff.add({ id, name, personnel_number: name, active, ...badge })
      for (const [n, { action, at }] of (person?.punches ?? []).entries()) {
        const op_id = this.#id(`${name} ${n}`)
        const fact = { op_id, at: instantMs(at), seq: null }
        const punch = { ...fact, action: action === 'out' ? 'out' : 'in' } as const
        const effect = { type: 'punch', staff_id: id, punch } as const
        await this.#db.punches.add({ op_id, staff_id: id, effect, settled: 0 })
      }
    }
  }

  async #seedDoor(): Promise<void> {
    const { performances = {}, tickets = {} } = this.vector.facts
    // Whose signature a token bears is in the reading: here nothing is signed.
    const public_key = { kty: 'OKP', crv: 'Ed25519', x: '' } as const
    await this.#db.issuer_keys.add({ id: this.#id(ISSUER), public_key })
    for (const [title, performance] of Object.entries(performances)) {
      const { opens_at, ...rules } = performanceOf(performance, this.#id(title))
      const opens = opens_at === null ? null : formatInstant(opens_at)
      const starts_at = '2026-11-23T20:00:00.000Z'
      await this.#db.performances.add({ ...rules, title, starts_at, opens_at: opens, inside: 0 })
    }
    for (const [name, ticket] of Object.entries(tickets)) {
      if (ticket === undefined || ticket.listed === false) continue
      const token_hash = ticket.replaced === true ? 'another' : await sha256(tokenOf(name))
      const fact = ticketOf(ticket, this.#id(name), { name: this.#naming, token_hash })
      const unused = { admitted: 0, inside: 0, first: null, recent: [] }
      await this.#db.tickets.add({ ...fact, ...unused, name })
    }
  }

  async #save(one: VectorOp, index: number): Promise<unknown> {
    const data = dataOf(one, this.#naming)
    const token = data['card_token'] ?? data['ticket_token']
    const ticket = readingOf(this.vector, one, this.#naming)
    const pin = pinOf(this.vector, one)
    const { local } = await saveOp(this.#db, TAB, {
      id: this.#id(one.id ?? `op ${index}`),
      // That the data fits the kind is seen where the wire is read.
      body: { kind: one.kind, data } as OpBody,
      at: instantMs(one.at),
      offset_ms: 0,
      sign_on: one.sign_on === undefined ? null : this.#id(one.sign_on),
      subject: null,
      ...(typeof token === 'string' ? { token_hash: await sha256(token) } : {}),
      ...(ticket === undefined ? {} : { ticket }),
      ...(pin === undefined ? {} : { pin }),
    })
    const { verdict, flags } = local
    return { verdict: verdict.code ?? 'accepted', detail: verdict.detail, flags }
  }

  async #state(): Promise<unknown> {
    const { cards = {}, people = {}, performances = {} } = this.vector.facts
    const totals: Record<string, number> = {}
    const points: Record<string, number> = {}
    for (const name of Object.keys(cards)) {
      const row = await this.#db.cards.get(this.#id(name))
      if (row !== undefined) {
        const held = cardState(row, await effectsOn(this.#db, row.id))
        totals[name] = held.total
        points[name] = held.points
      }
    }
    const punches: Record<string, unknown> = {}
    for (const name of Object.keys(people)) {
      const known = await standingPunches(this.#db, this.#id(name))
      const standing = [...known].sort(comparePunches)
      punches[name] = standing.map(({ action, at }) => ({ action, at: formatInstant(at) }))
    }
    const inside: Record<string, unknown> = {}
    for (const name of Object.keys(performances)) {
      const rows = await this.#db.movementsOf(this.#id(name))
      inside[name] = rows.reduce((sum, { effect }) => sum + peopleOf(effect), 0)
    }
    return { cards: totals, points, inside, punches }
  }
}

function peopleOf(effect: Effect<'people' | 'people_voided'>): number {
  return effect.type === 'people' ? effect.movement.people : -effect.people
}

window.runVectors = async () => {
  const outcomes: Outcome[] = []
  for (const [place, vector] of vectorsOf('tablet').entries()) {
    outcomes.push(await new TabletRun(vector, place).run())
  }
  return outcomes
}
