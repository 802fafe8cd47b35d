import { isId, parseInstant } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { ProblemError } from '../problem-error'
import { listAudit } from './audit.query'
import { mountExport } from './export/export.route'
import { findLedgerEntry, listLedger } from './ledger.query'
import { findOperation, listOperations, type NumberedOperation } from './operation.query'
import { resolveReview } from './resolve-review'
import { findReview, listReviews } from './review.query'
import { readToday } from './today.query'
import { mountVerify } from './verify/verify.route'

const numberSchema = z.int().min(1)
/** Moment and id: many things share a moment. */
const momentSchema = z.tuple([
  z.string().refine((text) => parseInstant(text) !== undefined),
  z.string().refine(isId),
])

const same = <T>(item: T): T => item

export function mountLedger(router: Router, deps: Deps): void {
  // Before single entries: `export` is no number.
  mountExport(router, deps)
  mountVerify(router, deps)
  mountEntries(router, deps)
  mountOperations(router, deps)
  mountReviews(router, deps)
  mountAudit(router, deps)
  mount(router, deps, ENDPOINTS.today, ({ deps: { db }, caller, now }) =>
    readToday(db, caller.merchant_id, now),
  )
}

function mountEntries(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listLedger, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `ledger/${caller.merchant_id}`
    const before = decodeCursor(crypto, scope, numberSchema, cursor)
    const rows = await listLedger(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, ({ n }) => encodeCursor(crypto, scope, n))
  })
  mount(router, deps, ENDPOINTS.getLedgerEntry, async ({ deps: { db }, caller, params }) => {
    const entry = await findLedgerEntry(db, caller.merchant_id, params.n)
    if (entry === undefined) throw new ProblemError('NOT_FOUND', 'There is no such entry.')
    return { entry }
  })
}

function mountOperations(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listOperations, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `operations/${caller.merchant_id}`
    const before = decodeCursor(crypto, scope, numberSchema, cursor)
    const rows = await listOperations(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    const operation = ({ operation }: NumberedOperation) => operation
    return pageOf(rows, limit, operation, ({ n }) => encodeCursor(crypto, scope, n))
  })
  mount(router, deps, ENDPOINTS.getOperation, async ({ deps: { db }, caller, params }) => {
    const operation = await findOperation(db, caller.merchant_id, params.id)
    if (operation === undefined) throw new ProblemError('NOT_FOUND', 'There is no such operation.')
    return { operation }
  })
}

function mountReviews(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listReviews, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `reviews/${caller.merchant_id}`
    const [opened_at, id] = decodeCursor(crypto, scope, momentSchema, cursor) ?? []
    const before = opened_at === undefined || id === undefined ? undefined : { opened_at, id }
    const rows = await listReviews(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, (last) =>
      encodeCursor(crypto, scope, [last.opened_at, last.id]),
    )
  })
  mount(router, deps, ENDPOINTS.getReview, async ({ deps: { db }, caller, params }) => {
    const review = await findReview(db, caller.merchant_id, params.id)
    if (review === undefined) throw new ProblemError('NOT_FOUND', 'There is no such review.')
    return { review }
  })
  mount(router, deps, ENDPOINTS.resolveReview, async (call) => {
    const { caller, params, body, now, ip } = call
    const { merchant_id, account_id } = caller
    const decision = { merchant_id, account_id, review_id: params.id, ...body, at: now, ip }
    return { review: await resolveReview(call.deps, decision) }
  })
}

function mountAudit(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listAudit, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor } = query
    const scope = `audit/${caller.merchant_id}`
    const [at, id] = decodeCursor(crypto, scope, momentSchema, cursor) ?? []
    const before = at === undefined || id === undefined ? undefined : { at, id }
    const rows = await listAudit(db, caller.merchant_id, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, (last) => encodeCursor(crypto, scope, [last.at, last.id]))
  })
}
