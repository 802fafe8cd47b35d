import { formatInstant, isId, parseInstant } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listAmendments } from './amendment.query'
import { readCompleteness } from './completeness.query'
import { readPresence } from './presence.query'
import { listPunches } from './punch.query'
import { listRequests } from './request.query'
import { readRange } from './sheet-range'
import { readSheets, requirePersonSheet, sheetOf } from './sheet.query'

const nameSchema = z.tuple([z.string(), z.string().refine(isId)])
const momentSchema = z.tuple([
  z.string().refine((text) => parseInstant(text) !== undefined),
  z.string().refine(isId),
])

/** On one person's page; more is in the lists. */
const MOST_ON_PAGE = 500

export function mountSheets(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.completeness, async ({ deps, caller, query, now }) => ({
    completeness: await readCompleteness(deps.db, caller.merchant_id, now, query.store_id),
  }))
  mount(router, deps, ENDPOINTS.listPresence, async ({ deps: { db }, caller, query, now }) => {
    const { merchant_id } = caller
    const items = await readPresence(db, merchant_id, now, query.store_id)
    const completeness = await readCompleteness(db, merchant_id, now, query.store_id)
    return { items, next: null, completeness }
  })
  mountTable(router, deps)
  mountPerson(router, deps)
  mountPunches(router, deps)
}

function mountTable(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listSheets, async ({ deps, caller, query, now }) => {
    const { db, crypto } = deps
    const { merchant_id } = caller
    const { limit, cursor, staff_id } = query
    const scope = `sheets/${merchant_id}`
    const [name, id] = decodeCursor(crypto, scope, nameSchema, cursor) ?? []
    const after = name === undefined || id === undefined ? undefined : { name, id }
    const range = await readRange(db, merchant_id, query, now)
    const page = { staff_id, after, limit: limit + 1 }
    const sheets = await readSheets(db, merchant_id, range, page, now)
    const completeness = await readCompleteness(db, merchant_id, now, query.store_id)
    const shifts = query.shifts === '1'
    const list = pageOf(
      sheets,
      limit,
      (one) => sheetOf(one, shifts),
      ({ staff }) => encodeCursor(crypto, scope, [staff.name, staff.id]),
    )
    return { ...list, from: range.from, to: range.to, completeness }
  })
}

function mountPerson(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.getSheet, async ({ deps: { db }, caller, params, query, now }) => {
    const { merchant_id } = caller
    const range = await readRange(db, merchant_id, query, now)
    const person = await requirePersonSheet(db, merchant_id, params.id, range, now)
    const filter = { staff_id: params.id, from: formatInstant(range.facts.from) }
    const page = { before: undefined, limit: MOST_ON_PAGE }
    const to = formatInstant(range.facts.until)
    return {
      sheet: sheetOf(person, true),
      punches: await listPunches(db, merchant_id, { ...filter, to }, page),
      amendments: await listAmendments(db, merchant_id, { staff_id: params.id }, page),
      requests: await listRequests(db, merchant_id, { staff_id: params.id }, page),
      from: range.from,
      to: range.to,
      completeness: await readCompleteness(db, merchant_id, now, query.store_id),
    }
  })
}

function mountPunches(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listPunches, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `punches/${caller.merchant_id}`
    const [at, id] = decodeCursor(crypto, scope, momentSchema, cursor) ?? []
    const before = at === undefined || id === undefined ? undefined : { at, id }
    const rows = await listPunches(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(
      rows,
      limit,
      (punch) => punch,
      (last) => encodeCursor(crypto, scope, [last.at, last.op_id]),
    )
  })
}
