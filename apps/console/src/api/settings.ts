import { ENDPOINTS } from '@counterfoil/protocol'
import { useRead, useWrite } from './use-api'

export const useSettings = () => useRead('settings', ENDPOINTS.getSettings, {})
export const useUpdateSettings = () => useWrite(ENDPOINTS.updateSettings, ['settings', 'audit'])
