import { randomInt } from 'node:crypto'
import type { Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'

/** Ten random digits as people read them, `482 103 9755`: no order to guess, no use for stamping. */
export function makeNumber(): string {
  const digits = String(randomInt(10 ** 10)).padStart(10, '0')
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}

/** So many numbers that no card of the merchant has; the lane must be held until they are used. */
export async function freeNumbers(
  trx: Transaction<Database>,
  merchantId: Id,
  count: number,
): Promise<string[]> {
  const found = new Set<string>()
  while (found.size < count) {
    const wanted = Array.from({ length: count - found.size }, makeNumber)
    const taken = await trx
      .selectFrom('card')
      .select('number')
      .where('merchant_id', '=', merchantId)
      .where('number', 'in', wanted)
      .execute()
    const used = new Set(taken.map(({ number }) => number))
    for (const number of wanted) if (!used.has(number)) found.add(number)
  }
  return [...found]
}
