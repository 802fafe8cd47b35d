import type { Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'

export interface MerchantName {
  readonly id: Id
  readonly name: string
}

/**
 * The merchants that a word names: by id, or by name in any case; all without a word.
 * @throws Error when there is none, saying which there are
 */
export async function findMerchants(
  db: Kysely<Database>,
  wanted: string | undefined,
): Promise<readonly MerchantName[]> {
  const all = await db
    .selectFrom('merchant')
    .select(['merchant_id as id', 'name'])
    .orderBy('name')
    .execute()
  if (wanted === undefined) return all
  const word = wanted.toLowerCase()
  const found = all.filter(({ id, name }) => id === word || name.toLowerCase() === word)
  if (found.length > 0) return found
  const there = all.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new Error(`There is no merchant “${wanted}”. There are:\n${there}`)
}

/** @throws Error when the word names several */
export async function findMerchant(db: Kysely<Database>, wanted: string): Promise<MerchantName> {
  const [first, second] = await findMerchants(db, wanted)
  if (first !== undefined && second === undefined) return first
  throw new Error(`Several merchants are called “${wanted}”: use the id.`)
}
