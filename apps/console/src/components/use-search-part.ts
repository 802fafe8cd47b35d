import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** One parameter of the address: what is filtered or open survives a reload and can be sent on. */
export function useSearchPart(
  name: string,
): [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (value: string | undefined) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === undefined) next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, setParams],
  )
  return [params.get(name) ?? undefined, set]
}
