import { type Id, instantMs, type Job, parseInstant, type Verdict } from '@counterfoil/domain'
import { getMeta } from '../db/database'
import type { OutboxRow, SignOnRow, StaffRow } from '../db/rows'
import type { NotSaved, SignOnOutcome } from '../kiosk'
import { sealPin } from '../net/seal-pin'
import { checkPin } from './check-pin'
import { commit } from './commit'
import { currentSignOn, endOfSignOn } from './current-sign-on'
import { pinStateOf } from './people'
import { serverNow, type Tablet } from './tablet'

/** Checks a PIN here, seals it for the server, writes the sign-on and waits for the server's word. */
export async function signOn(
  tablet: Tablet,
  staffId: Id,
  pin: string,
  job: Job,
  badge = false,
): Promise<SignOnOutcome> {
  const identity = await getMeta(tablet.db, 'identity')
  const staff = await tablet.db.staff.get(staffId)
  if (identity === undefined || staff === undefined) return refused('STAFF_UNKNOWN')
  // Locked here or elsewhere: nothing is tested, so that nothing can be learnt.
  const state = await pinStateOf(tablet.db, staffId, serverNow(tablet))
  const locked = state.kind === 'locked' ? state.locked_until : null
  const id = tablet.newId()
  const sealed = await seal(identity.sealing_key, {
    pin,
    op: id,
    device: identity.device.id,
    staff: staffId,
  })
  if (sealed === null) return { kind: 'not_saved', reason: 'STORAGE' }
  const committed = await commit(tablet, {
    id,
    body: {
      kind: 'staff.sign_on',
      data: { staff_id: staffId, sealed_pin: sealed, ...(badge && { badge }) },
    },
    sign_on: null,
    subject: staff.name,
    job,
    pin: locked === null ? await localCheck(staff, pin) : { fits: [] },
  })
  if (committed.kind === 'not_saved') return committed
  const verdict = committed.verdict ?? committed.row.local.verdict
  return verdict.status === 'accepted'
    ? signedOn(tablet, committed.row, staff, committed.verdict?.occurred_at)
    : refusal(verdict)
}

async function seal(
  key: Parameters<typeof sealPin>[0],
  content: Parameters<typeof sealPin>[1],
): Promise<string | null> {
  try {
    return await sealPin(key, content)
  } catch {
    // The sealing code cannot be loaded: without it a PIN would have to be kept in the open.
    return null
  }
}

function localCheck(staff: StaffRow, pin: string) {
  return staff.verifier === null ? { fits: [] } : checkPin(staff.verifier, pin)
}

async function signedOn(
  tablet: Tablet,
  row: OutboxRow,
  staff: StaffRow,
  confirmedAt: string | undefined,
): Promise<SignOnOutcome> {
  const signOnRow = await tablet.db.sign_ons.get(row.id)
  const at = confirmedAt === undefined ? row.local.occurred_at : instantMs(confirmedAt)
  const until = await endOfSignOn(tablet, signOnRow?.job ?? 'loyalty', at)
  const signed_on = { op_id: row.id, staff_id: staff.id, name: staff.name, until }
  return { kind: 'signed_on', signed_on, confirmed: confirmedAt !== undefined }
}

function refusal({ code, detail }: Pick<Verdict, 'code' | 'detail'>): SignOnOutcome {
  const { attempts_left, locked_until } = detail
  return {
    kind: 'refused',
    code: code ?? 'PIN_WRONG',
    attempts_left: typeof attempts_left === 'number' ? attempts_left : null,
    locked_until: typeof locked_until === 'string' ? (parseInstant(locked_until) ?? null) : null,
  }
}

function refused(code: 'STAFF_UNKNOWN'): SignOnOutcome {
  return { kind: 'refused', code, attempts_left: null, locked_until: null }
}

/** Ends every sign-on that still carries operations. */
export async function signOff(tablet: Tablet): Promise<NotSaved | null> {
  const open: SignOnRow[] = await tablet.db.sign_ons
    .filter(({ accepted, ended_at }) => accepted && ended_at === null)
    .toArray()
  const living = await Promise.all(open.map(({ job }) => currentSignOn(tablet, job)))
  const ids = new Set(living.flatMap((one) => (one === null ? [] : [one.op_id])))
  for (const id of ids) {
    const body = { kind: 'staff.sign_off', data: {} } as const
    const committed = await commit(tablet, { body, sign_on: id, subject: null })
    if (committed.kind === 'not_saved') return committed
  }
  return null
}
