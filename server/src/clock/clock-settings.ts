import { DEFAULT_SHEET_RULES, type Id } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, WireClockSettings } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'

/** Of a merchant who has set nothing. */
export const CLOCK_DEFAULTS: WireClockSettings = {
  ...DEFAULT_SHEET_RULES,
  round_minutes: 1,
  automatic_breaks: [],
  phone_punches: false,
  review_phone_punches: false,
}

export async function loadClockSettings(
  db: Kysely<Database>,
  merchantId: Id,
): Promise<WireClockSettings> {
  const { clock } = await db
    .selectFrom('merchant')
    .select('clock')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  return { ...CLOCK_DEFAULTS, ...clock }
}

type Patch = BodyOf<typeof ENDPOINTS.updateClockSettings>

/** Sheets are read anew by the rules as they are now; punches stay as they were made. */
export function updateClockSettings(by: ChangeBy, patch: Patch): Promise<WireClockSettings> {
  const { merchant_id } = by.caller
  return change(by, 'clock_settings.update', ['clock', 'settings'], async (trx) => {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined)
    const before = await loadClockSettings(trx, merchant_id)
    const answer: WireClockSettings = { ...before, ...Object.fromEntries(given) }
    await trx
      .updateTable('merchant')
      .set({ clock: JSON.stringify(answer) })
      .where('merchant_id', '=', merchant_id)
      .execute()
    return { answer, subject_id: null, detail: { ...answer }, feed: [] }
  })
}
