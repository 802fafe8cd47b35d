import { ENDPOINTS, type Review } from '@counterfoil/protocol'
import { useRead } from '../../api/use-api'

/** The review an address names: from the list, or fetched by itself when it is not on it. */
export function useReviewInView(
  rows: readonly Review[] | undefined,
  id: string | undefined,
): Review | undefined {
  const listed = rows?.find((review) => review.id === id)
  const enabled = id !== undefined && rows !== undefined && listed === undefined
  const alone = useRead('reviews', ENDPOINTS.getReview, { params: { id: id ?? '' } }, { enabled })
  return listed ?? (enabled ? alone.data?.review : undefined)
}
