import { ENDPOINTS } from '@counterfoil/protocol'
import { usePages } from './use-api'

export const useAudit = () => usePages('audit', ENDPOINTS.listAudit, { limit: 50 })
