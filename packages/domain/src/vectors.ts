import file from '../fixtures/judge.json' with { type: 'json' }
import type { PerformanceFact, TicketFact, TicketStatus } from './door-facts'
import type { Id } from './ids'
import type { ProgramFact, RewardFact } from './loyalty-facts'
import type { Job } from './op'
import type { PinCheck } from './pin-check'
import { keyHint, type TicketReading } from './ticket-token'
import { instantMs } from './time'

/**
 * The golden vectors: what is known, what happens, and what is to be answered. The rules, a tablet's
 * own judgement and the server's ingest must all answer the same. Things are called by names; each
 * side makes ids and tokens of them by {@link idOf} and {@link tokenOf}.
 */
export interface Vector {
  readonly name: string
  /** Numbers of the rules it shows. */
  readonly rules: readonly string[]
  /** Who can run it; all, unless it needs what only one side has. */
  readonly sides?: readonly string[] | undefined
  readonly facts: VectorFacts
  /** In order of arrival. */
  readonly ops: readonly VectorOp[]
  /** What is there afterwards. */
  readonly after?: VectorState | undefined
}

/** What is known beforehand, by name; what is left out is as usual. */
export interface VectorFacts {
  readonly time_zone?: string | undefined
  /** Of every tablet. */
  readonly jobs?: readonly string[] | undefined
  readonly programs?: Named<VectorProgram>
  readonly rewards?: Named<VectorReward>
  readonly cards?: Named<VectorCard>
  readonly people?: Named<VectorPerson>
  readonly performances?: Named<VectorPerformance>
  readonly tickets?: Named<VectorTicket>
}

type Named<T> = Readonly<Record<string, T | undefined>> | undefined

export interface VectorProgram {
  readonly kind?: string | undefined
  readonly active?: boolean | undefined
  readonly stamps_required?: number | undefined
  readonly cooldown_minutes?: number | undefined
  readonly daily_limit?: number | undefined
  readonly pin_required?: boolean | undefined
  readonly points_per_unit?: number | undefined
  readonly min_amount_minor?: number | undefined
  readonly max_points_per_op?: number | undefined
  readonly currency?: string | undefined
}

export interface VectorReward {
  readonly program: string
  readonly cost: number
  readonly active?: boolean | undefined
}

export interface VectorCard {
  readonly program: string
  readonly status?: string | undefined
  /** That count already: when, and how many. */
  readonly stamps?: readonly { readonly at: string; readonly count: number }[] | undefined
}

export interface VectorPerson {
  readonly active?: boolean | undefined
  readonly pin?: string | undefined
  readonly former?: readonly { readonly pin: string; readonly until: string }[] | undefined
  /** That count already. */
  readonly punches?: readonly { readonly action: string; readonly at: string }[] | undefined
}

export interface VectorPerformance {
  readonly active?: boolean | undefined
  readonly capacity?: number | undefined
  readonly opens_at?: string | undefined
  readonly reentry?: boolean | undefined
  readonly pin_required?: boolean | undefined
}

export interface VectorTicket {
  readonly performance: string
  readonly party_size?: number | undefined
  readonly status?: string | undefined
  /** `false`: signed by us, but on nobody's list. */
  readonly listed?: boolean | undefined
  /** Signed by somebody else. */
  readonly forged?: boolean | undefined
  /** A newer token is the valid one. */
  readonly replaced?: boolean | undefined
}

export interface VectorOp {
  /** Its own name unless given; the same name twice is the same id twice. */
  readonly id?: string | undefined
  readonly kind: string
  /** As on the wire, with names in place of ids and tokens. */
  readonly data: Readonly<Record<string, string | number | undefined>>
  /** The tablet's wall clock. */
  readonly at: string
  readonly offset_ms?: number | null | undefined
  /** When the server has it; unless given: at once. */
  readonly received?: string | undefined
  /** The tablet's wall clock then; unless given, as right as `at`. */
  readonly sent?: string | undefined
  readonly tablet?: string | undefined
  /** Unless given, the next of the tablet. */
  readonly seq?: number | undefined
  readonly by?: string | undefined
  /** The tablet that hands it in, when its own pairing no longer can. */
  readonly recovered_by?: string | undefined
  readonly sign_on?: string | undefined
  /** What is typed; `null`: what cannot be opened. */
  readonly pin?: string | null | undefined
  /** `accepted`, or the code of the refusal. */
  readonly verdict: string
  readonly detail?: Readonly<Record<string, unknown>> | undefined
  readonly flags?: readonly string[] | undefined
  /** Where it is not what the tablet's clock and offset say. */
  readonly occurred_at?: string | undefined
}

export interface VectorState {
  /** Stamps that count. */
  readonly cards?: Readonly<Record<string, number | undefined>> | undefined
  /** Points that count. */
  readonly points?: Readonly<Record<string, number | undefined>> | undefined
  /** People inside. */
  readonly inside?: Readonly<Record<string, number | undefined>> | undefined
  /** Punches that count, in their order. */
  readonly punches?: Named<readonly { readonly action: string; readonly at: string }[]>
}

export const VECTORS: readonly Vector[] = file.vectors

export const SIDES = ['domain', 'tablet', 'server'] as const

export function vectorsOf(side: (typeof SIDES)[number]): Vector[] {
  return VECTORS.filter(({ sides }) => sides === undefined || sides.includes(side))
}

/** One id for each name. A scope keeps the same name apart where vectors share a database. */
export function idOf(name: string, scope = ''): Id {
  const text = `${scope}/${name}`
  const hex = [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed)).join('')
  return `01930000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(4, 16)}`
}

function fnv(text: string, seed: number): string {
  let hash = seed
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

/** As long as a real one. */
export function tokenOf(name: string, scope = ''): string {
  return `${scope}${name}`.padEnd(22, '_')
}

/** How one side calls things. */
export interface Naming {
  readonly id: (name: string) => Id
  readonly token: (name: string) => string
}

/** The data as the wire carries it. */
export function dataOf(
  { data }: VectorOp,
  name: Naming,
): Record<string, string | number | undefined> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value !== 'string') return [key, value]
      if (key.endsWith('_id')) return [key, name.id(value)]
      return [key, key.endsWith('_token') ? name.token(value) : value]
    }),
  )
}

/** A program with what is usual where the vector says nothing. */
export function programOf(program: VectorProgram | undefined, id: Id): ProgramFact {
  return {
    id,
    kind: program?.kind === 'points' ? 'points' : 'stamps',
    active: program?.active ?? true,
    stamps_required: program?.stamps_required ?? 10,
    cooldown_minutes: program?.cooldown_minutes ?? 15,
    daily_limit: program?.daily_limit ?? 5,
    pin_required: program?.pin_required ?? false,
    points_per_unit: program?.points_per_unit ?? 1,
    min_amount_minor: program?.min_amount_minor ?? 0,
    max_points_per_op: program?.max_points_per_op ?? 10_000,
    currency: program?.currency ?? 'EUR',
  }
}

/** @param idOfName makes ids of names, as for everything else */
export function rewardsOf(
  { rewards = {} }: VectorFacts,
  idOfName: (name: string) => Id,
): RewardFact[] {
  return Object.entries(rewards).map(([name, reward]) => ({
    id: idOfName(name),
    program_id: idOfName(reward?.program ?? ''),
    cost: reward?.cost ?? 1,
    active: reward?.active ?? true,
  }))
}

/** A performance with what is usual where the vector says nothing. */
export function performanceOf(performance: VectorPerformance | undefined, id: Id): PerformanceFact {
  const { opens_at } = performance ?? {}
  return {
    id,
    active: performance?.active ?? true,
    capacity: performance?.capacity ?? 100,
    opens_at: opens_at === undefined ? null : instantMs(opens_at),
    reentry: performance?.reentry ?? false,
    pin_required: performance?.pin_required ?? false,
  }
}

const TICKET_STATUSES: readonly TicketStatus[] = ['confirmed', 'unconfirmed', 'revoked']

/** What the merchant knows of a ticket, whose present token has this hash. */
export function ticketOf(
  { performance, party_size = 1, status }: VectorTicket,
  id: Id,
  { name, token_hash }: { readonly name: Naming; readonly token_hash: string },
): TicketFact {
  const found = TICKET_STATUSES.find((one) => one === status) ?? 'confirmed'
  return { id, performance_id: name.id(performance), token_hash, party_size, status: found }
}

/** What is read of the ticket's token, and whose signature it bears; `undefined`: no ticket at all. */
export function readingOf(
  { facts }: Vector,
  { data }: VectorOp,
  name: Naming,
): TicketReading | undefined {
  const shown = String(data['ticket_token'])
  const ticket = facts.tickets?.[shown]
  if (ticket === undefined) return undefined
  const { performance, party_size = 1, forged = false } = ticket
  const key = name.id(ISSUER)
  const claim = {
    key_hint: keyHint(key),
    ticket_id: name.id(shown),
    performance_id: name.id(performance),
    party_size,
  }
  return { claim, issuer_key: forged ? null : key }
}

/** The name of the merchant's key. */
export const ISSUER = 'issuer'

/** What the check of the typed PIN finds, by the facts. */
export function pinOf({ facts }: Vector, { data, pin }: VectorOp): PinCheck | undefined {
  if (pin === undefined) return undefined
  if (pin === null) return 'unreadable'
  const person = facts.people?.[String(data['staff_id'])]
  const former = (person?.former ?? []).filter((one) => one.pin === pin)
  const present = person?.pin === pin ? [null] : []
  return { fits: [...present, ...former.map(({ until }) => instantMs(until))] }
}

export function jobsOf({ facts }: Vector): Job[] {
  const all: Job[] = ['loyalty', 'door', 'clock']
  return all.filter((job) => facts.jobs === undefined || facts.jobs.includes(job))
}
