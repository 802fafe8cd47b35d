import { formatInstant } from '@counterfoil/domain'
import { ENDPOINTS, type ExportFormat } from '@counterfoil/protocol'
import type { Deps } from '../../deps'
import type { Router } from '../../http/env'
import { mount } from '../../http/mount'
import { bytesOf } from '../../http/text-stream'
import { recordAudit } from '../audit'
import { exportLedger } from './export-ledger'

const MEDIA: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
}

export function mountExport(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.exportLedger, async ({ deps, caller, query, now, ip, c }) => {
    const { merchant_id, account_id } = caller
    const { format } = query
    const action = 'ledger.export'
    const record = { id: deps.newId(), merchant_id, at: now, account_id, action, ip } as const
    await deps.db
      .transaction()
      .execute((trx) => recordAudit(trx, { ...record, subject_id: null, detail: { format } }))
    deps.bus.notify(merchant_id, ['audit'])
    const day = formatInstant(now).slice(0, 10)
    c.header('content-type', MEDIA[format])
    c.header('content-disposition', `attachment; filename="ledger-${day}.${format}"`)
    c.header('cache-control', 'no-store')
    return c.body(bytesOf(exportLedger(deps.db, merchant_id, format, now)))
  })
}
