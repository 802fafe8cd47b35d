import { useEffect } from 'react'
import { useServices } from '../app/services-context'

/** Says that a screen which answers the latest code is up, once per `answer`. */
export function useAnswered(answer: unknown): void {
  const { scanner } = useServices()
  useEffect(() => scanner.answered(), [scanner, answer])
}
