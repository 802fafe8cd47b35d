import { type AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { useRead } from './use-api'

export type TodayAnswer = AnswerOf<typeof ENDPOINTS.today>

/** Asked again every minute: a tablet becomes quiet by nothing happening. */
export const useToday = () => useRead('today', ENDPOINTS.today, {}, { every: 60_000 })
