import { formatInstant, type Id } from '@counterfoil/domain'
import type { Program } from '@counterfoil/protocol'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { ProgramTable } from '../db/schema/program'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'

/** Newest first. */
export async function listPrograms(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly before: Id | undefined; readonly limit: number },
): Promise<Program[]> {
  const { before, limit } = page
  const rows = await select(db, merchantId)
    .$if(before !== undefined, (query) => query.where('program.id', '<', before ?? ''))
    .orderBy('program.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(programOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireProgram(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Program> {
  const row = await select(db, merchantId).where('program.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such program.')
  return programOf(row)
}

/** For what begins anew in a program. @throws ProblemError `NOT_FOUND`; `VALIDATION` when ended */
export async function requireActiveProgram(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Program> {
  const program = await requireProgram(db, merchantId, id)
  if (program.active) return program
  throw new ProblemError('VALIDATION', 'This program has ended.', {
    errors: [
      { pointer: '/program_id', message: 'must be a program that runs', code: 'NOT_AVAILABLE' },
    ],
  })
}

export function programChange(program: Program): FeedChange {
  const { cards: _, created_at: __, ...data } = program
  return { entity: 'program', id: program.id, data }
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('program')
    .selectAll('program')
    .select(
      sql<number>`(select count(*) from card where card.merchant_id = program.merchant_id
        and card.program_id = program.id)`.as('cards'),
    )
    .where('program.merchant_id', '=', merchantId)
}

function programOf(row: Selectable<ProgramTable> & { readonly cards: number }): Program {
  const { merchant_id: _, created_at, ...program } = row
  return { ...program, created_at: formatInstant(created_at) }
}
