import { ENDPOINTS } from '@counterfoil/protocol'
import { useRead } from './use-api'

/** Asked again every minute: a tablet becomes quiet by nothing happening. */
export const useToday = () => useRead('today', ENDPOINTS.today, {}, { every: 60_000 })
