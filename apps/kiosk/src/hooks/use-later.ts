import { useEffect, useState } from 'react'

/** `true` from `ms` after the first rendering on. */
export function useLater(ms: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return late
}
