import { ENDPOINTS } from '@counterfoil/protocol'
import { useMutation } from '@tanstack/react-query'
import { useMerchant } from '../session/merchant'
import { fetchFile } from './client'
import { useAll, usePages, useRead, useWrite } from './use-api'

/** First and last local day, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** Whose hours, and where; nothing: everybody's, everywhere. */
export interface HourFilters {
  readonly store_id?: string
  readonly staff_id?: string
}

/** Asked again every half minute besides: how complete it is changes by nothing happening. */
export const usePresence = (store_id?: string) =>
  useRead(
    'ledger',
    ENDPOINTS.listPresence,
    { query: { ...(store_id !== undefined && { store_id }) } },
    { every: 30_000, keep: true },
  )

export const useSheets = (range: DayRange, filters: HourFilters, shifts: boolean) =>
  useRead(
    'ledger',
    ENDPOINTS.listSheets,
    {
      query: { from: range.from, to: range.to, ...filters, limit: 500, shifts: shifts ? '1' : '0' },
    },
    { keep: true },
  )

export const useSheet = (id: string, range: DayRange) =>
  useRead('ledger', ENDPOINTS.getSheet, { params: { id }, query: range }, { keep: true })

/** How complete everything is that tablets tell; asked again every half minute. */
export const useCompleteness = () =>
  useRead('ledger', ENDPOINTS.completeness, { query: {} }, { every: 30_000 })

/** What everybody clocked, and managers entered, from a moment to another. */
export const usePunchesBetween = (from: string, to: string) =>
  useRead('ledger', ENDPOINTS.listPunches, { query: { from, to, limit: 500 } })
export const useAmendments = (staff_id: string | undefined) =>
  useRead(
    'ledger',
    ENDPOINTS.listAmendments,
    { query: { staff_id: staff_id ?? '', limit: 100 } },
    { enabled: staff_id !== undefined },
  )
export const useCreateAmendment = () => useWrite(ENDPOINTS.createAmendment, ['ledger', 'clock'])

export type RequestStatus = 'open' | 'accepted' | 'declined'
export const useRequests = (status: RequestStatus, limit = 50) =>
  usePages('clock', ENDPOINTS.listRequests, { limit, status })
/** Those that wait, as far as one answer reaches. */
export const useOpenRequests = () =>
  useRead('clock', ENDPOINTS.listRequests, { query: { status: 'open', limit: 100 } })
export const useAnswerRequest = () => useWrite(ENDPOINTS.answerRequest, ['ledger', 'clock'])

export const usePeriods = () => usePages('clock', ENDPOINTS.listPeriods, { limit: 50 })
export const useClosePeriod = () => useWrite(ENDPOINTS.closePeriod, ['clock', 'ledger'])
export const useReopenPeriod = () => useWrite(ENDPOINTS.reopenPeriod, ['clock', 'ledger'])

export const useClockSettings = () => useRead('settings', ENDPOINTS.getClockSettings, {})
/** Sheets are read anew by the rules as they are now, posters open by them. */
export const useUpdateClockSettings = () =>
  useWrite(ENDPOINTS.updateClockSettings, ['settings', 'ledger', 'clock'])

export const usePosters = () => useAll('clock', ENDPOINTS.listPosters)
export const useIssuePoster = () => useWrite(ENDPOINTS.issuePoster, ['clock'])
export const useWithdrawPoster = () => useWrite(ENDPOINTS.withdrawPoster, ['clock'])

/** Hours by person and day, as a file. */
export function useExportPayroll() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: (query: DayRange & HourFilters) =>
      fetchFile(scope, ENDPOINTS.exportPayroll, { query }),
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

/** All that is kept of a person, as a file: what a leaver may ask for. */
export function useExportPerson() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: (id: string) => fetchFile(scope, ENDPOINTS.exportPerson, { params: { id } }),
  })
}
