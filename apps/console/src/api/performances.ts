import { ENDPOINTS } from '@counterfoil/protocol'
import { useAll, useRead, useWrite } from './use-api'

export const usePerformances = () => useAll('door', ENDPOINTS.listPerformances)
export const usePerformance = (id: string, enabled = true) =>
  useRead('door', ENDPOINTS.getPerformance, { params: { id } }, { enabled })
export const useCreatePerformance = () => useWrite(ENDPOINTS.createPerformance, ['door'])
export const useUpdatePerformance = () => useWrite(ENDPOINTS.updatePerformance, ['door'])

/** Asked again every half minute besides: a door becomes quiet by nothing happening. */
export const useFigures = (id: string) =>
  useRead('door', ENDPOINTS.getPerformanceFigures, { params: { id } }, { every: 30_000 })

export const useShows = () => useAll('door', ENDPOINTS.listShows)
export const useCreateShow = () => useWrite(ENDPOINTS.createShow, ['door'])
export const useUpdateShow = () => useWrite(ENDPOINTS.updateShow, ['door'])
export const useVenues = () => useAll('door', ENDPOINTS.listVenues)
export const useCreateVenue = () => useWrite(ENDPOINTS.createVenue, ['door'])
export const useUpdateVenue = () => useWrite(ENDPOINTS.updateVenue, ['door'])
export const useBookingPage = () => useRead('settings', ENDPOINTS.getBookingPage, {})
export const useUpdateBookingPage = () => useWrite(ENDPOINTS.updateBookingPage, ['settings'])

export const useIssuerKeys = () => useAll('door', ENDPOINTS.listIssuerKeys)
export const useCreateIssuerKey = () => useWrite(ENDPOINTS.createIssuerKey, ['door', 'audit'])
export const useDeleteIssuerKey = () => useWrite(ENDPOINTS.deleteIssuerKey, ['door', 'audit'])

export const useLeases = (id: string) =>
  useRead('door', ENDPOINTS.getPerformanceLeases, { params: { id } })
export const useSetLeases = () => useWrite(ENDPOINTS.setPerformanceLeases, ['door', 'audit'])
