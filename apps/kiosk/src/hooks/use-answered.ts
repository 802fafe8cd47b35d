import { useEffect } from 'react'
import { useServices } from '../app/services-context'

/** Says that a screen which answers the latest code is up; once for each screen. */
export function useAnswered(): void {
  const { scanner } = useServices()
  useEffect(() => scanner.answered(), [scanner])
}
