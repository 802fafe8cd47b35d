import { formatInstant, type PunchAction } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { Deps } from '../../deps'
import type { Ingest } from '../../sync/ingest/ingest'
import { loadClockSettings } from '../clock-settings'
import { auditPhone } from './phone-audit'
import type { PhoneCall } from './phone-call'
import { giveBack, type PhoneSession } from './phone-session'

/**
 * a punch on a phone is an operation like any other and passes the same judge. Its id is the
 * session's, so that it can only ever be one.
 */
export async function punchOnPhone(
  deps: Deps,
  ingest: Ingest,
  session: PhoneSession,
  action: PunchAction,
  call: PhoneCall,
): Promise<WireVerdict> {
  const { db, merchant_id, staff_id, name, store, id } = session
  const { review_phone_punches: review } = await loadClockSettings(db, merchant_id)
  const at = formatInstant(call.now)
  const shown = { status: 'pending', code: null }
  const op = { id, kind: `clock.${action}`, at, offset_ms: 0, shown, data: {} }
  const sender = { type: 'phone', merchant_id, staff_id, review, store } as const
  try {
    const { verdicts } = await ingest(sender, { sent_at: at, ops: [op] }, call.now)
    const [verdict] = verdicts
    if (verdict === undefined) throw new Error('one operation has one verdict')
    const about = { ...call, merchant_id, store_id: store.id }
    const person = { id: staff_id, name }
    const detail = { op_id: id, punch: action, status: verdict.status }
    await db
      .transaction()
      .execute((trx) => auditPhone(trx, deps, about, 'phone.punch', person, detail))
    deps.bus.notify(merchant_id, ['audit'])
    return verdict
  } catch (error) {
    await giveBack(session)
    throw error
  }
}
