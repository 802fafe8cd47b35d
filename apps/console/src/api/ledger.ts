import { ENDPOINTS, type ExportFormat, type QueryOf } from '@counterfoil/protocol'
import { useMutation } from '@tanstack/react-query'
import { useMerchant } from '../session/merchant'
import { callScoped, fetchFile } from './client'
import { usePages, useRead } from './use-api'

/** As the ledger's route takes them. */
export type LedgerFilters = Pick<
  QueryOf<typeof ENDPOINTS.listLedger>,
  | 'card_id'
  | 'staff_id'
  | 'device_id'
  | 'performance_id'
  | 'ticket_id'
  | 'kind'
  | 'status'
  | 'from'
  | 'to'
>

export const useLedger = (filters: LedgerFilters, limit = 50) =>
  usePages('ledger', ENDPOINTS.listLedger, { limit, ...filters })

/** The list as it was when it was opened; what arrives later is asked for apart. */
export const useStillLedger = (filters: LedgerFilters, limit = 50) =>
  usePages('ledger', ENDPOINTS.listLedger, { limit, ...filters }, { still: true })

/** The newest entries, loaded again with every hint. */
export const useLedgerHead = (filters: LedgerFilters, limit: number) =>
  useRead('ledger', ENDPOINTS.listLedger, { query: { limit, ...filters } }, { keep: true })

export const useOperation = (id: string | null) =>
  useRead('ledger', ENDPOINTS.getOperation, { params: { id: id ?? '' } }, { enabled: id !== null })

/** Asked anew each time, and never kept by the server as an answer: it may take minutes. */
export function useVerifyLedger() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: () => callScoped(scope, ENDPOINTS.verifyLedger, { body: {} }),
  })
}

/** Fetches the ledger as a file. */
export function useExportLedger() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: (format: ExportFormat) =>
      fetchFile(scope, ENDPOINTS.exportLedger, { query: { format } }),
  })
}
