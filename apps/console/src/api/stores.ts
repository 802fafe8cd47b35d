import { ENDPOINTS } from '@counterfoil/protocol'
import { useAll, useWrite } from './use-api'

export const useStores = () => useAll('stores', ENDPOINTS.listStores)
export const useCreateStore = () => useWrite(ENDPOINTS.createStore, ['stores'])
export const useUpdateStore = () => useWrite(ENDPOINTS.updateStore, ['stores'])
export const useCloseStore = () => useWrite(ENDPOINTS.deleteStore, ['stores'])
