import type { Id } from '@counterfoil/domain'
import type {
  CardRow,
  ClockRow,
  CrowdRow,
  EffectRow,
  IssuerKeyRow,
  LocalMeta,
  LocalTables,
  MovementRow,
  NoticeRow,
  OutboxRow,
  PerformanceRow,
  PinRow,
  ProgramRow,
  RewardRow,
  PunchRow,
  SignOnRow,
  StaffRow,
  TicketRow,
} from '@counterfoil/sync'

/** What lies on a tablet's disk. */
export interface Disk {
  readonly meta: Map<keyof LocalMeta, unknown>
  readonly outbox: Map<Id, OutboxRow>
  readonly cards: Map<Id, CardRow>
  readonly programs: Map<Id, ProgramRow>
  readonly rewards: Map<Id, RewardRow>
  readonly staff: Map<Id, StaffRow>
  readonly clocks: Map<Id, ClockRow>
  readonly performances: Map<Id, PerformanceRow>
  readonly tickets: Map<Id, TicketRow>
  readonly issuer_keys: Map<Id, IssuerKeyRow>
  readonly movements: Map<Id, MovementRow>
  readonly crowds: Map<Id, CrowdRow>
  readonly effects: Map<Id, EffectRow>
  readonly punches: Map<Id, PunchRow>
  readonly pins: Map<Id, PinRow>
  readonly sign_ons: Map<Id, SignOnRow>
  readonly notices: Map<Id, NoticeRow>
}

export function emptyDisk(): Disk {
  return {
    meta: new Map(),
    outbox: new Map(),
    cards: new Map(),
    programs: new Map(),
    rewards: new Map(),
    staff: new Map(),
    clocks: new Map(),
    performances: new Map(),
    tickets: new Map(),
    issuer_keys: new Map(),
    movements: new Map(),
    crowds: new Map(),
    effects: new Map(),
    punches: new Map(),
    pins: new Map(),
    sign_ons: new Map(),
    notices: new Map(),
  }
}

export function copyDisk(disk: Disk): Disk {
  return {
    meta: new Map(disk.meta),
    outbox: new Map(disk.outbox),
    cards: new Map(disk.cards),
    programs: new Map(disk.programs),
    rewards: new Map(disk.rewards),
    staff: new Map(disk.staff),
    clocks: new Map(disk.clocks),
    performances: new Map(disk.performances),
    tickets: new Map(disk.tickets),
    issuer_keys: new Map(disk.issuer_keys),
    movements: new Map(disk.movements),
    crowds: new Map(disk.crowds),
    effects: new Map(disk.effects),
    punches: new Map(disk.punches),
    pins: new Map(disk.pins),
    sign_ons: new Map(disk.sign_ons),
    notices: new Map(disk.notices),
  }
}

/** The tables as the shared code sees them; rows are handed out as copies, as a database does. */
export function tablesOf(disk: Disk): LocalTables {
  return {
    meta: {
      get: async (key) => (disk.meta.has(key) ? { value: disk.meta.get(key) } : undefined),
      put: async ({ key, value }) => void disk.meta.set(key, value),
    },
    outbox: rowsOf(disk.outbox, ({ id }) => id),
    cards: rowsOf(disk.cards, ({ id }) => id),
    programs: rowsOf(disk.programs, ({ id }) => id),
    rewards: rowsOf(disk.rewards, ({ id }) => id),
    staff: rowsOf(disk.staff, ({ id }) => id),
    clocks: rowsOf(disk.clocks, ({ staff_id }) => staff_id),
    performances: rowsOf(disk.performances, ({ id }) => id),
    tickets: rowsOf(disk.tickets, ({ id }) => id),
    issuer_keys: rowsOf(disk.issuer_keys, ({ id }) => id),
    movements: rowsOf(disk.movements, ({ op_id }) => op_id),
    crowds: rowsOf(disk.crowds, ({ performance_id }) => performance_id),
    effects: rowsOf(disk.effects, ({ op_id }) => op_id),
    punches: rowsOf(disk.punches, ({ op_id }) => op_id),
    pins: rowsOf(disk.pins, ({ staff_id }) => staff_id),
    sign_ons: rowsOf(disk.sign_ons, ({ op_id }) => op_id),
    notices: rowsOf(disk.notices, ({ op_id }) => op_id),
    movementsOf: async (id) =>
      [...disk.movements.values()].filter((row) => row.performance_id === id),
    movementsOn: async (id) =>
      [...disk.movements.values()].filter(({ effect }) => effect.ticket_id === id),
    allIssuerKeys: async () => [...disk.issuer_keys.values()],
    cardByToken: async (hash) => [...disk.cards.values()].find((row) => row.token_hash === hash),
    punchesOf: async (person) =>
      [...disk.punches.values()].filter((row) => row.staff_id === person),
    effectsOf: async (card) => [...disk.effects.values()].filter((row) => row.card_id === card),
  }
}

function rowsOf<T extends object>(rows: Map<Id, T>, keyOf: (row: T) => Id) {
  const read = (key: Id): T | undefined => {
    const row = rows.get(key)
    return row === undefined ? undefined : { ...row }
  }
  return {
    get: async (key: Id) => read(key),
    bulkGet: async (keys: readonly Id[]) => keys.map(read),
    add: async (row: T) => {
      if (rows.has(keyOf(row))) throw new Error(`${keyOf(row)} is there already`)
      rows.set(keyOf(row), { ...row })
    },
    put: async (row: T) => void rows.set(keyOf(row), { ...row }),
    bulkPut: async (many: readonly T[]) => {
      for (const row of many) rows.set(keyOf(row), { ...row })
    },
    delete: async (key: Id) => void rows.delete(key),
    bulkDelete: async (keys: readonly Id[]) => {
      for (const key of keys) rows.delete(key)
    },
    clear: async () => rows.clear(),
  }
}
