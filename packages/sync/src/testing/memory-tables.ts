import type { Id } from '@counterfoil/domain'
import type { LocalTables, Rows } from '../local/tables'

/** A tablet's tables in memory, for tests; rows are handed out as copies, as a database does. */
export function memoryTables(): LocalTables {
  const meta = new Map<string, unknown>()
  const cards = memoryRows<RowOf<'cards'>>(({ id }) => id)
  const effects = memoryRows<RowOf<'effects'>>(({ op_id }) => op_id)
  const movements = memoryRows<RowOf<'movements'>>(({ op_id }) => op_id)
  const punches = memoryRows<RowOf<'punches'>>(({ op_id }) => op_id)
  const issuer_keys = memoryRows<RowOf<'issuer_keys'>>(({ id }) => id)
  return {
    meta: {
      get: async (key) => (meta.has(key) ? { value: meta.get(key) } : undefined),
      put: async ({ key, value }) => void meta.set(key, value),
    },
    outbox: memoryRows(({ id }) => id),
    cards,
    programs: memoryRows(({ id }) => id),
    rewards: memoryRows(({ id }) => id),
    staff: memoryRows(({ id }) => id),
    clocks: memoryRows(({ staff_id }) => staff_id),
    performances: memoryRows(({ id }) => id),
    tickets: memoryRows(({ id }) => id),
    issuer_keys,
    effects,
    movements,
    crowds: memoryRows(({ performance_id }) => performance_id),
    punches,
    pins: memoryRows(({ staff_id }) => staff_id),
    sign_ons: memoryRows(({ op_id }) => op_id),
    notices: memoryRows(({ op_id }) => op_id),
    cardByToken: async (hash) => cards.all().find((row) => row.token_hash === hash),
    effectsOf: async (card) => effects.all().filter((row) => row.card_id === card),
    movementsOf: async (id) => movements.all().filter((row) => row.performance_id === id),
    movementsOn: async (id) => movements.all().filter((row) => row.effect.ticket_id === id),
    punchesOf: async (staff) => punches.all().filter((row) => row.staff_id === staff),
    allIssuerKeys: async () => issuer_keys.all(),
  }
}

type RowOf<T extends keyof LocalTables> = LocalTables[T] extends Rows<infer R> ? R & object : never

function memoryRows<T extends object>(keyOf: (row: T) => Id): Rows<T> & { all(): T[] } {
  const rows = new Map<Id, T>()
  const copyOf = (row: T): T => ({ ...row })
  const read = (key: Id): T | undefined => {
    const row = rows.get(key)
    return row === undefined ? undefined : copyOf(row)
  }
  const put = (row: T): void => void rows.set(keyOf(row), copyOf(row))
  return {
    all: () => [...rows.values()].map(copyOf),
    get: async (key) => read(key),
    bulkGet: async (keys) => keys.map(read),
    add: async (row) => {
      if (rows.has(keyOf(row))) throw new Error('the key is taken')
      put(row)
    },
    put: async (row) => put(row),
    bulkPut: async (all) => all.forEach(put),
    delete: async (key) => void rows.delete(key),
    bulkDelete: async (keys) => keys.forEach((key) => rows.delete(key)),
    clear: async () => rows.clear(),
  }
}
