import { ENDPOINTS } from '@counterfoil/protocol'
import { useMutation } from '@tanstack/react-query'
import { useMerchant } from '../session/merchant'
import { fetchFile } from './client'
import { useRead } from './use-api'

/** First and last local day, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** Asked again every half minute besides: how complete it is changes by nothing happening. */
export const usePresence = () =>
  useRead('ledger', ENDPOINTS.listPresence, { query: {} }, { every: 30_000 })

export const useSheets = (range: DayRange) =>
  useRead(
    'ledger',
    ENDPOINTS.listSheets,
    { query: { ...range, limit: 500, shifts: '0' } },
    { keep: true },
  )

export const useSheet = (id: string, range: DayRange) =>
  useRead('ledger', ENDPOINTS.getSheet, { params: { id }, query: range }, { keep: true })

/** Hours by person and day, as a file. */
export function useExportPayroll() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: (range: DayRange) => fetchFile(scope, ENDPOINTS.exportPayroll, { query: range }),
  })
}

/** One person's shifts for a calendar, as a file. */
export function useExportCalendar() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: ({ id, ...range }: DayRange & { readonly id: string }) =>
      fetchFile(scope, ENDPOINTS.exportCalendar, { params: { id }, query: range }),
  })
}
