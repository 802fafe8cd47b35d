import { ENDPOINTS, type Reservation } from '@counterfoil/protocol'
import { useMutation } from '@tanstack/react-query'
import { useMerchant } from '../session/merchant'
import { fetchFile } from './client'
import { useAll, usePages, useRead, useWrite } from './use-api'

export interface GuestFilters {
  readonly performance_id: string
  readonly status?: Reservation['status']
  readonly search?: string
}

export const useGuests = (filters: GuestFilters) =>
  usePages('door', ENDPOINTS.listReservations, { limit: 50, ...filters })
export const useGuest = (id: string) =>
  useRead('door', ENDPOINTS.getReservation, { params: { id } })
export const useCreateGuest = () => useWrite(ENDPOINTS.createReservation, ['door'])
export const useUpdateGuest = () => useWrite(ENDPOINTS.updateReservation, ['door'])
export const useCancelGuest = () => useWrite(ENDPOINTS.deleteReservation, ['door'])
export const useImportGuests = () => useWrite(ENDPOINTS.importGuests, ['door', 'audit'])

/** Fetches the guest list of a performance as a file. */
export function useExportGuests() {
  const { scope } = useMerchant()
  return useMutation({
    mutationFn: (id: string) => fetchFile(scope, ENDPOINTS.exportGuests, { params: { id } }),
  })
}

/** Tickets with their codes, by name: of a whole performance, or of one reservation. */
export const usePrintedTickets = (id: string, reservation_id?: string, enabled = true) =>
  useAll(
    'door',
    ENDPOINTS.printTickets,
    { params: { id }, query: { limit: 200, ...(reservation_id && { reservation_id }) } },
    { enabled },
  )

export interface TicketFilters {
  readonly performance_id: string
  readonly search?: string
}

export const useTickets = (filters: TicketFilters) =>
  usePages('door', ENDPOINTS.listTickets, { limit: 50, ...filters })
export const useAllTickets = (performance_id: string, enabled = true) =>
  useAll('door', ENDPOINTS.listTickets, { query: { performance_id } }, { enabled })
export const useTicket = (id: string | null) =>
  useRead('door', ENDPOINTS.getTicket, { params: { id: id ?? '' } }, { enabled: id !== null })
export const useCreateTicket = () => useWrite(ENDPOINTS.createTicket, ['door'])
export const useUpdateTicket = () => useWrite(ENDPOINTS.updateTicket, ['door'])
export const useRevokeTicket = () => useWrite(ENDPOINTS.deleteTicket, ['door'])
