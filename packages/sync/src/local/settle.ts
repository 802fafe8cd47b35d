import {
  countWrongPin,
  DEFAULT_SETTINGS,
  type EpochMs,
  instantMs,
  jobOf,
} from '@counterfoil/domain'
import { NO_FAILURES, NO_WRONG_PINS, parseInstant } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { changePins } from './keep-op'
import { dropMovement } from './moved-here'
import type { OutboxRow } from './rows'
import { type LocalTables, readMeta, writeMeta } from './tables'

/** Whether a person is waiting in front of the screen for this very verdict. */
export type OnScreen = (opId: string) => boolean

/**
 * Keeps final verdicts and follows them: what a refused operation did here is taken back, a yes
 * that became a no is put before a person. Inside one strict transaction.
 */
export async function settle(
  db: LocalTables,
  verdicts: readonly WireVerdict[],
  receivedAt: EpochMs,
  onScreen: OnScreen,
): Promise<void> {
  const settlement = ((await readMeta(db, 'settlements')) ?? 0) + 1
  await writeMeta(db, 'settlements', settlement)
  const rows = await db.outbox.bulkGet(verdicts.map(({ id }) => id))
  for (const [index, verdict] of verdicts.entries()) {
    const row = rows[index]
    if (row === undefined) continue
    await db.outbox.put({ ...row, state: 'answered', verdict, answered_at: receivedAt })
    await follow(db, row, verdict, settlement)
    if (isSurprise(row, verdict) && !onScreen(row.id)) await putNotice(db, row, verdict)
  }
}

function isSurprise(row: OutboxRow, verdict: WireVerdict): boolean {
  const known = row.verdict !== null && row.verdict.status === verdict.status
  return row.shown.status === 'accepted' && verdict.status === 'rejected' && !known
}

async function putNotice(db: LocalTables, row: OutboxRow, verdict: WireVerdict): Promise<void> {
  const { id: op_id, kind, at, subject } = row
  await db.notices.put({ op_id, kind, at, subject, verdict })
}

async function follow(
  db: LocalTables,
  row: OutboxRow,
  verdict: WireVerdict,
  settlement: number,
): Promise<void> {
  const effect = await db.effects.get(row.id)
  const punch = await db.punches.get(row.id)
  if (punch !== undefined && verdict.status === 'rejected') await db.punches.delete(row.id)
  else if (punch !== undefined) await db.punches.put({ ...punch, settled: settlement })
  if (verdict.status === 'rejected') await db.effects.delete(row.id)
  else if (effect !== undefined) await db.effects.put({ ...effect, settled: settlement })
  if (row.kind === 'op.void' || jobOf(row.kind) === 'door') {
    await followMovement(db, row, verdict, settlement)
  }
  if (row.kind === 'staff.sign_on') await followSignOn(db, row, verdict)
}

async function followMovement(
  db: LocalTables,
  { id }: OutboxRow,
  verdict: WireVerdict,
  settlement: number,
): Promise<void> {
  const movement = await db.movements.get(id)
  if (movement === undefined) return
  if (verdict.status === 'rejected') await dropMovement(db, movement)
  else await db.movements.put({ ...movement, settled: settlement })
}

/** The server's count of wrong PINs decides; the tablet's follows it. */
async function followSignOn(db: LocalTables, row: OutboxRow, verdict: WireVerdict): Promise<void> {
  const signOn = await db.sign_ons.get(row.id)
  if (signOn === undefined) return
  const accepted = verdict.status === 'accepted'
  await db.sign_ons.put({ ...signOn, accepted })
  const staffId = signOn.staff_id
  if (accepted) return changePins(db, staffId, { counter: NO_WRONG_PINS })
  const until = lockOf(verdict)
  const known = await db.pins.get(staffId)
  const counter = known?.counter ?? NO_WRONG_PINS
  if (until !== undefined) {
    return changePins(db, staffId, { counter: { ...counter, locked_until: until } })
  }
  // Here it was taken for right, so it has not been counted yet.
  if (verdict.code !== 'PIN_WRONG' || row.local.verdict.status !== 'accepted') return
  const at = instantMs(verdict.occurred_at)
  const wrong = countWrongPin(
    (await readMeta(db, 'settings')) ?? DEFAULT_SETTINGS,
    { counter, person: known?.person ?? NO_FAILURES },
    { occurred_at: at, received_at: at },
  )
  return changePins(db, staffId, { counter: wrong.counter, person: wrong.person })
}

function lockOf({ detail }: WireVerdict): EpochMs | undefined {
  const until = detail['locked_until']
  return typeof until === 'string' ? parseInstant(until) : undefined
}
