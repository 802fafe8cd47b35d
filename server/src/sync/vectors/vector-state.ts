import { formatInstant } from '@counterfoil/domain'
import type { Naming, Vector, VectorState } from '@counterfoil/domain/vectors'
import type { IngestShop } from '../testing'

/** What is there after a vector's operations, by its names. */
export async function readState(
  shop: IngestShop,
  { facts }: Vector,
  name: Naming,
): Promise<VectorState> {
  const { merchant_id } = shop
  const { db } = shop.server.deps
  const { cards = {}, people = {}, performances = {} } = facts
  const totals: Record<string, number> = {}
  const points: Record<string, number> = {}
  for (const one of Object.keys(cards)) {
    totals[one] = await shop.stampsOn(name.id(one))
    points[one] = await shop.pointsOn(name.id(one))
  }
  const punches: Record<string, { action: string; at: string }[]> = {}
  for (const one of Object.keys(people)) {
    const rows = await db
      .selectFrom('punch')
      .select(['action', 'occurred_at'])
      .where('merchant_id', '=', merchant_id)
      .where('staff_id', '=', name.id(one))
      .where('voided', '=', false)
      .orderBy('occurred_at')
      .orderBy('seq')
      .execute()
    punches[one] = rows.map(({ action, occurred_at }) => ({
      action,
      at: formatInstant(occurred_at),
    }))
  }
  const inside: Record<string, number> = {}
  for (const one of Object.keys(performances)) {
    const performance = await db
      .selectFrom('performance')
      .select('inside')
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', name.id(one))
      .executeTakeFirstOrThrow()
    inside[one] = performance.inside
  }
  return { cards: totals, points, inside, punches }
}
