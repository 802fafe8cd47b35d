import { useEffect, useRef } from 'react'
import { useServices } from '../app/services-context'
import type { CodeTaker } from '../app/services'

/** While mounted, codes come here. */
export function useCodes(taker: CodeTaker): void {
  const { takeCodes } = useServices()
  const latest = useRef(taker)
  useEffect(() => {
    latest.current = taker
  })
  useEffect(
    () =>
      takeCodes({
        taking: () => latest.current.taking(),
        take: (text) => latest.current.take(text),
      }),
    [takeCodes],
  )
}
