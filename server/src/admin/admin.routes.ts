import { instantMs, isId, parseInstant } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import * as z from 'zod'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listMerchants } from './merchants.query'

const SCOPE = 'admin/merchants'
const positionSchema = z.tuple([
  z.string().refine((text) => parseInstant(text) !== undefined),
  z.string().refine(isId),
])

export function mountAdmin(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listMerchants, async ({ deps: { db, crypto }, query }) => {
    const position = decodeCursor(crypto, SCOPE, positionSchema, query.cursor)
    const before =
      position === undefined ? undefined : { created_at: instantMs(position[0]), id: position[1] }
    const rows = await listMerchants(acrossMerchants(db), before, query.limit + 1)
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      ({ created_at, id }) => encodeCursor(crypto, SCOPE, [created_at, id]),
    )
  })
}
