import { ENDPOINTS } from '@counterfoil/protocol'
import { usePages, useRead, useWrite } from './use-api'

export interface CardFilters {
  readonly program_id?: string
  readonly customer_id?: string
  readonly search?: string
}

export const useCards = (filters: CardFilters) =>
  usePages('cards', ENDPOINTS.listCards, { limit: 50, ...filters })
export const useCard = (id: string, enabled = true) =>
  useRead('cards', ENDPOINTS.getCard, { params: { id } }, { enabled })
export const useCreateCard = () =>
  useWrite(ENDPOINTS.createCard, ['cards', 'programs', 'customers'])
export const useCreateCards = () => useWrite(ENDPOINTS.createCards, ['cards', 'programs'])
export const useUpdateCard = () => useWrite(ENDPOINTS.updateCard, ['cards', 'customers'])
