import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { listLedger } from '../ledger/ledger.query'
import { requireStaff } from '../people/staff.query'
import { listAmendments } from './amendment.query'
import { readCompleteness } from './completeness.query'
import { listPunches } from './punch.query'
import { listRequests } from './request.query'

const PAGE = 500

/**
 * All that is kept of a person as one JSON document, in parts as they are read: how complete it is,
 * who they are, their punches, corrections, requests, and every ledger entry that names them. No PIN
 * and no badge is in it: those are kept as hashes, which say nothing.
 * @throws ProblemError NOT_FOUND, before the first part
 */
export async function personFile(
  db: Kysely<Database>,
  merchantId: Id,
  staffId: Id,
  now: EpochMs,
): Promise<{ readonly name: string; readonly parts: AsyncGenerator<string> }> {
  const person = await requireStaff(db, merchantId, staffId, now)
  const { name: merchant } = await db
    .selectFrom('merchant')
    .select('name')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  const { device_locks: _, ...about } = person
  const { complete_up_to } = await readCompleteness(db, merchantId, now)
  const head = { exported_at: formatInstant(now), complete_up_to, merchant, person: about }
  return { name: person.name, parts: parts(db, merchantId, staffId, head) }
}

async function* parts(
  db: Kysely<Database>,
  merchantId: Id,
  staff_id: Id,
  head: object,
): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  yield* listed('punches', (last: { at: string; op_id: Id } | undefined) => {
    const before = last && { at: last.at, id: last.op_id }
    return listPunches(db, merchantId, { staff_id }, { before, limit: PAGE })
  })
  yield* listed('amendments', (last: { id: Id } | undefined) =>
    listAmendments(db, merchantId, { staff_id }, { before: last?.id, limit: PAGE }),
  )
  yield* listed('requests', (last: { id: Id } | undefined) =>
    listRequests(db, merchantId, { staff_id }, { before: last?.id, limit: PAGE }),
  )
  yield* listed('ledger', (last: { n: number } | undefined) =>
    listLedger(db, merchantId, { staff_id }, { before: last?.n, limit: PAGE }),
  )
  yield '}\n'
}

async function* listed<T>(
  name: string,
  read: (last: T | undefined) => Promise<readonly T[]>,
): AsyncGenerator<string> {
  yield `,\n"${name}":[`
  let last: T | undefined
  for (;;) {
    const page = await read(last)
    const text = page.map((item) => JSON.stringify(item)).join(',\n')
    if (page.length > 0) yield last === undefined ? text : `,\n${text}`
    last = page.at(-1)
    if (page.length < PAGE) break
  }
  yield ']'
}
