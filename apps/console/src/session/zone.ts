import { createContext, use } from 'react'

export interface Zone {
  readonly timeZone: string
  readonly setTimeZone: (timeZone: string) => void
}

/** The zone in which times are told: the first store's, once it is known. */
export const ZoneContext = createContext<Zone | undefined>(undefined)

export function useZone(): Zone {
  const zone = use(ZoneContext)
  if (zone === undefined) throw new Error('This component needs a time zone around it')
  return zone
}
