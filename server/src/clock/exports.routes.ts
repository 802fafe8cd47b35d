import type { AuditAction, Id } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import type { Context } from 'hono'
import type { JsonObject } from '../db/columns'
import type { Deps } from '../deps'
import type { AppEnv, Router } from '../http/env'
import { mount } from '../http/mount'
import { recordAudit } from '../ledger/audit'
import { bytesOf } from '../http/text-stream'
import type { ChangeBy } from '../merchants/change'
import { readCompleteness } from './completeness.query'
import { payrollCsv } from './payroll-csv'
import { personFile } from './person-file'
import { shiftCalendar } from './shift-calendar'
import { readRange } from './sheet-range'
import { readSheets, requirePersonSheet } from './sheet.query'

/** Nobody pays more people from one file. */
const MOST_PEOPLE = 5000

export function mountClockExports(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.exportPayroll, async (call) => {
    const { deps, caller, query, now, c } = call
    const { merchant_id } = caller
    const range = await readRange(deps.db, merchant_id, query, now)
    const page = { staff_id: query.staff_id, limit: MOST_PEOPLE }
    const complete_up_to = await completeUpTo(call)
    const sheets = await readSheets(deps.db, merchant_id, range, page, now)
    const { from, to } = range
    await noteExport(call, 'payroll.export', null, { from, to })
    answerFile(c, 'text/csv', `hours-${from}-${to}.csv`)
    return c.body([...payrollCsv(sheets, complete_up_to)].join(''))
  })
  mount(router, deps, ENDPOINTS.exportCalendar, async (call) => {
    const { deps, caller, params, query, now, c } = call
    const { merchant_id } = caller
    const range = await readRange(deps.db, merchant_id, query, now)
    const complete_up_to = await completeUpTo(call)
    const person = await requirePersonSheet(deps.db, merchant_id, params.id, range, now)
    const names = new Map(range.stores.map(({ id, name }) => [id, name]))
    const { from, to } = range
    const { name } = person.staff
    await noteExport(call, 'calendar.export', params.id, { name, from, to })
    answerFile(c, 'text/calendar', `shifts-${range.from}-${range.to}.ics`)
    const placeOf = (id: Id) => names.get(id) ?? ''
    return c.body(shiftCalendar(person, placeOf, complete_up_to, now))
  })
  mount(router, deps, ENDPOINTS.exportPerson, async (call) => {
    const { deps, caller, params, now, c } = call
    const { merchant_id } = caller
    const { name, parts } = await personFile(deps.db, merchant_id, params.id, now)
    await noteExport(call, 'staff.export', params.id, { name })
    answerFile(c, 'application/json', `person-${params.id}.json`)
    return c.body(bytesOf(parts))
  })
}

/**
 * Until when every tablet has told all. To be read first: whatever comes in between is in the file,
 * and more than it claims.
 */
async function completeUpTo({ deps, caller, now }: ChangeBy): Promise<string | null> {
  return (await readCompleteness(deps.db, caller.merchant_id, now)).complete_up_to
}

function answerFile(c: Context<AppEnv>, type: string, name: string): void {
  c.header('content-type', `${type}; charset=utf-8`)
  c.header('content-disposition', `attachment; filename="${name}"`)
  c.header('cache-control', 'no-store')
}

/** Who took which hours out of the house. */
async function noteExport(
  { deps, caller, now, ip }: ChangeBy,
  action: AuditAction,
  subject_id: Id | null,
  detail: JsonObject,
): Promise<void> {
  const { merchant_id, account_id } = caller
  const record = { id: deps.newId(), merchant_id, at: now, account_id, action, subject_id, ip }
  await deps.db.transaction().execute((trx) => recordAudit(trx, { ...record, detail }))
  deps.bus.notify(merchant_id, ['audit'])
}
