import { describe, expect, test } from 'vitest'
import { applyJudgement } from './apply'
import { emptyWorld, type World } from './facts'
import { judge } from './judge'
import type { Author, JudgeInput } from './judgement'
import { OP_KINDS, type Op, type OpBody, PUNCH_ACTIONS } from './op'
import { DEFAULT_SETTINGS } from './policy'
import { comparePunches } from './punches'
import { reckon } from './reckoning'
import { STORE } from './testing'
import { type EpochMs, formatInstant, instantMs, plus } from './time'
import {
  dataOf,
  idOf,
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
  VECTORS,
  vectorsOf,
} from './vectors'
import { VERDICT_CODES, VERDICT_FLAGS } from './verdict'

/** Given by whoever resolves a review, not by a verdict. */
const FLAGS_WITHOUT_VECTOR: ReadonlySet<string> = new Set(['UNVERIFIED'])

describe('the golden vectors leave nothing out', () => {
  const ops = VECTORS.flatMap((vector) => vector.ops)
  test('every code of the contract has one', () => {
    const shown = new Set(ops.map(({ verdict }) => verdict))
    expect(VERDICT_CODES.filter((code) => !shown.has(code))).toEqual([])
  })

  test('so has every flag', () => {
    const shown = new Set(ops.flatMap(({ flags = [] }) => flags))
    expect(VERDICT_FLAGS.filter((flag) => !shown.has(flag))).toEqual(
      VERDICT_FLAGS.filter((flag) => FLAGS_WITHOUT_VECTOR.has(flag)),
    )
  })

  test('and every kind, accepted', () => {
    const shown = new Set(
      ops.filter(({ verdict }) => verdict === 'accepted').map(({ kind }) => kind),
    )
    expect(OP_KINDS.filter((kind) => !shown.has(kind))).toEqual([])
  })

  test('a tablet is asked whenever it can know', () => {
    // But not what only one side answers so: what cannot be read, say, nobody else would send.
    const shared = VECTORS.filter(({ sides }) => sides?.length !== 1)
    const asked = shared.filter((vector) => vectorsOf('tablet').includes(vector))
    const able = shared.filter((vector) => !needsMore(vector))
    expect(asked.map(({ name }) => name)).toEqual(able.map(({ name }) => name))
  })

  test('their names are their own', () => {
    const names = VECTORS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

/** Other tablets, users, arrival, numbers of its own choice, old PINs: a tablet knows nothing of. */
function needsMore({ facts, ops }: Vector): boolean {
  const unlisted = Object.values(facts.tickets ?? {}).some((ticket) => ticket?.listed === false)
  const former = Object.values(facts.people ?? {}).some((person) => person?.former !== undefined)
  return (
    former ||
    unlisted ||
    ops.some(
      ({ tablet, by, received, sent, seq, recovered_by }) =>
        (tablet ?? by ?? received ?? sent ?? seq ?? recovered_by) !== undefined,
    )
  )
}

const NAMING = { id: idOf, token: tokenOf }

function worldOf({ facts }: Vector): World {
  const world = emptyWorld(DEFAULT_SETTINGS)
  for (const [name, program] of Object.entries(facts.programs ?? {})) {
    world.programs.set(idOf(name), programOf(program, idOf(name)))
  }
  for (const reward of rewardsOf(facts, idOf)) world.rewards.set(reward.id, reward)
  for (const [name, card] of Object.entries(facts.cards ?? {})) {
    const stamps = (card?.stamps ?? []).map(({ at, count }, n) => ({
      op_id: idOf(`${name} ${n}`),
      at: instantMs(at),
      count,
    }))
    const status = card?.status === 'blocked' ? 'blocked' : 'active'
    world.cards.set(tokenOf(name), {
      id: idOf(name),
      program_id: idOf(card?.program ?? ''),
      status,
    })
    world.stamps.set(idOf(name), stamps)
    world.totals.set(
      idOf(name),
      stamps.reduce((sum, { count }) => sum + count, 0),
    )
  }
  for (const [name, person] of Object.entries(facts.people ?? {})) {
    world.staff.set(idOf(name), { id: idOf(name), active: person?.active ?? true })
    const punches = (person?.punches ?? []).map(({ action, at }, n) => {
      const found = PUNCH_ACTIONS.find((one) => one === action)
      return { op_id: idOf(`${name} ${n}`), action: found ?? 'in', at: instantMs(at), seq: null }
    })
    world.punches.set(idOf(name), punches)
  }
  world.issuer_keys.add(idOf(ISSUER))
  for (const [name, performance] of Object.entries(facts.performances ?? {})) {
    world.performances.set(idOf(name), performanceOf(performance, idOf(name)))
  }
  for (const [name, ticket] of Object.entries(facts.tickets ?? {})) {
    if (ticket === undefined || ticket.listed === false) continue
    const token_hash = ticket.replaced === true ? 'another' : tokenOf(name)
    world.tickets.set(idOf(name), ticketOf(ticket, idOf(name), { name: NAMING, token_hash }))
  }
  return world
}

class Run {
  readonly world: World
  readonly seqs = new Map<string, number>()
  readonly times = new Map<string, EpochMs>()
  now = instantMs('2000-01-01T00:00:00.000Z')

  constructor(readonly vector: Vector) {
    this.world = worldOf(vector)
  }

  /** As the server would: the time is reckoned, the rules judge, the world moves on. */
  judge(one: VectorOp, index: number) {
    const { tablet = 'till', by = 'device', offset_ms: offset = 0 } = one
    const at = instantMs(one.at)
    const received = instantMs(one.received ?? one.at)
    const sent = one.sent === undefined ? plus(received, -(offset ?? 0)) : instantMs(one.sent)
    const clock = { at, offset_ms: offset, sent_at: sent, received_at: received }
    const previous = by === 'user' ? undefined : this.times.get(tablet)
    const { occurred_at, flags } = reckon({ ...clock, previous })
    const seq = one.seq ?? (this.seqs.get(tablet) ?? 0) + 1
    this.seqs.set(tablet, seq)
    this.times.set(tablet, occurred_at)
    const data = dataOf(one, NAMING)
    const op = {
      id: idOf(one.id ?? `op ${index}`),
      ...(by === 'user' ? {} : { seq }),
      at: one.at,
      offset_ms: offset,
      ...(one.sign_on === undefined ? {} : { sign_on: idOf(one.sign_on) }),
      shown: { status: 'accepted', code: null } as const,
      // That the data fits the kind is seen where the wire is read.
      ...({ kind: one.kind, data } as OpBody),
    } satisfies Op
    const author: Author =
      by === 'user'
        ? { type: 'user', user_id: idOf('user') }
        : { type: 'device', device_id: idOf(tablet), jobs: jobsOf(this.vector), label: tablet }
    const input: JudgeInput = {
      op,
      by: author,
      store: { ...STORE, time_zone: this.vector.facts.time_zone ?? STORE.time_zone },
      occurred_at,
      received_at: received,
      token_hash: String(data['card_token'] ?? data['ticket_token'] ?? ''),
      ticket: readingOf(this.vector, one, NAMING),
      pin: pinOf(this.vector, one),
    }
    const judgement = judge(this.world, input)
    applyJudgement(this.world, input, judgement)
    const { code, detail } = judgement.verdict
    return {
      verdict: code ?? 'accepted',
      detail,
      flags: [...flags, ...(judgement.flags ?? [])],
      occurred_at: formatInstant(occurred_at),
    }
  }

  state() {
    const cards = Object.keys(this.vector.facts.cards ?? {}).map((name) => [
      name,
      this.world.totals.get(idOf(name)) ?? 0,
    ])
    const points = Object.keys(this.vector.facts.cards ?? {}).map((name) => [
      name,
      this.world.points.get(idOf(name)) ?? 0,
    ])
    const people = Object.keys(this.vector.facts.people ?? {}).map((name) => [
      name,
      [...(this.world.punches.get(idOf(name)) ?? [])]
        .sort(comparePunches)
        .map(({ action, at }) => ({ action, at: formatInstant(at) })),
    ])
    const inside = Object.keys(this.vector.facts.performances ?? {}).map((name) => [
      name,
      this.world.crowds.get(idOf(name))?.last() ?? 0,
    ])
    return {
      cards: Object.fromEntries(cards),
      points: Object.fromEntries(points),
      inside: Object.fromEntries(inside),
      punches: Object.fromEntries(people),
    }
  }
}

describe('the rules answer as the golden vectors say', () => {
  test.each(vectorsOf('domain').map((vector) => [vector.name, vector] as const))(
    '%s',
    (_, vector) => {
      const run = new Run(vector)
      const answers = vector.ops.map((one, index) => run.judge(one, index))
      expect(answers).toEqual(
        vector.ops.map(({ verdict, detail = {}, flags = [], at, occurred_at = at }) => ({
          verdict,
          detail,
          flags,
          occurred_at,
        })),
      )
      expect(run.state()).toMatchObject(vector.after ?? {})
    },
  )
})
