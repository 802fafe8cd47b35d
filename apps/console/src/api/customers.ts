import { ENDPOINTS } from '@counterfoil/protocol'
import { usePages, useRead, useWrite } from './use-api'

export const useCustomers = (search: string | undefined, limit = 50) =>
  usePages('customers', ENDPOINTS.listCustomers, { limit, ...(search !== undefined && { search }) })
export const useCustomer = (id: string) =>
  useRead('customers', ENDPOINTS.getCustomer, { params: { id } })
export const useCreateCustomer = () => useWrite(ENDPOINTS.createCustomer, ['customers'])
export const useUpdateCustomer = () => useWrite(ENDPOINTS.updateCustomer, ['customers', 'cards'])
export const useDeleteCustomer = () => useWrite(ENDPOINTS.deleteCustomer, ['customers', 'cards'])
