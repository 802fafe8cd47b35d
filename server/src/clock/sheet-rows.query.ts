import type { Amendment, ClockMoment, EpochMs, Id, PunchAction } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { ms } from '../sync/ingest/sql-parts'

/** What the sheet of one person is made of. */
export interface SheetFacts {
  readonly punches: readonly ClockMoment[]
  readonly amendments: readonly Amendment[]
}

type PunchTuple = readonly [Id, PunchAction, EpochMs, number | null, store: number]
type AmendmentTuple = readonly [
  Id,
  number,
  Id | null,
  PunchAction | null,
  EpochMs | null,
  Id | null,
]

interface Row {
  readonly staff_id: Id
  readonly punches: readonly PunchTuple[] | null
  readonly amendments: readonly AmendmentTuple[] | null
}

/**
 * Punches and amendments of some people around a range, in one statement. An amendment is made after
 * the moment that it is about, so the older ones cannot matter.
 * @param stores of the merchant: named by their place, ids are long
 */
export async function readSheetFacts(
  db: Kysely<Database>,
  merchantId: Id,
  staffIds: readonly Id[],
  range: { readonly from: EpochMs; readonly until: EpochMs },
  stores: readonly Id[],
): Promise<ReadonlyMap<Id, SheetFacts>> {
  const [from, until] = [moment(range.from), moment(range.until)]
  const { rows } = await sql<Row>`
    select person.id as staff_id,
      (select json_agg(json_build_array(op_id, action, ${ms('occurred_at')}, seq,
           array_position(${stores}::uuid[], store_id) - 1))
         from punch p
        where p.merchant_id = ${merchantId} and p.staff_id = person.id and not p.voided
          and p.source <> 'manual' and p.occurred_at >= ${from} and p.occurred_at < ${until})
        as punches,
      (select json_agg(json_build_array(id, n, strikes, action, ${ms('at')}, store_id))
         from amendment a
        where a.merchant_id = ${merchantId} and a.staff_id = person.id and a.made_at >= ${from})
        as amendments
      from unnest(${staffIds}::uuid[]) as person (id)`.execute(db)
  return new Map(rows.map((row) => [row.staff_id, factsOf(row, stores)]))
}

function factsOf({ punches, amendments }: Row, stores: readonly Id[]): SheetFacts {
  return {
    punches: (punches ?? []).map(([op_id, action, at, seq, store]) => ({
      op_id,
      action,
      at,
      seq,
      store_id: stores[store] ?? '',
    })),
    amendments: (amendments ?? []).map(([id, n, strikes, action, at, store_id]) => ({
      id,
      n,
      strikes,
      adds: action === null || at === null || store_id === null ? null : { action, at, store_id },
    })),
  }
}
