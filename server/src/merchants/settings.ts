import type { Id, MerchantSettings } from '@counterfoil/domain'
import type { BodyOf, ChangeData, ENDPOINTS } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import type { FeedChange } from '../sync/feed'
import { type ChangeBy, change } from './change'

export type Settings = ChangeData['settings']

interface MerchantRow {
  readonly merchant_id: Id
  readonly name: string
  readonly currency: string
  readonly settings: MerchantSettings
}

export async function loadSettings(db: Kysely<Database>, merchantId: Id): Promise<Settings> {
  const row = await db
    .selectFrom('merchant')
    .select(['merchant_id', 'name', 'currency', 'settings'])
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  return settingsOf(row)
}

export function settingsOf({ merchant_id, name, currency, settings }: MerchantRow): Settings {
  return { merchant: { id: merchant_id, name, currency }, ...settings }
}

export function settingsChange(settings: Settings): FeedChange {
  return { entity: 'settings', id: settings.merchant.id, data: settings }
}

export type SettingsPatch = BodyOf<typeof ENDPOINTS.updateSettings>

export function updateSettings(by: ChangeBy, patch: SettingsPatch): Promise<Settings> {
  const { merchant_id } = by.caller
  return change(by, 'settings.update', ['settings'], async (trx) => {
    const { merchant, ...before } = await loadSettings(trx, merchant_id)
    const after: MerchantSettings = {
      device_pin_attempts: patch.device_pin_attempts ?? before.device_pin_attempts,
      device_lock_minutes: patch.device_lock_minutes ?? before.device_lock_minutes,
      person_pin_attempts: patch.person_pin_attempts ?? before.person_pin_attempts,
      sign_on_seconds: patch.sign_on_seconds ?? before.sign_on_seconds,
    }
    await trx
      .updateTable('merchant')
      .set({ settings: JSON.stringify(after) })
      .where('merchant_id', '=', merchant_id)
      .execute()
    const answer = { ...before, ...after, merchant }
    return { answer, subject_id: null, detail: { ...after }, feed: [settingsChange(answer)] }
  })
}
