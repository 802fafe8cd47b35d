import { ENDPOINTS } from '@counterfoil/protocol'
import { usePages, useWrite } from './use-api'

export const useReviews = (status: 'open' | 'resolved') =>
  usePages('reviews', ENDPOINTS.listReviews, { limit: 50, status }, { keep: false })
export const useResolveReview = () =>
  useWrite(ENDPOINTS.resolveReview, ['reviews', 'ledger', 'cards', 'today'])
