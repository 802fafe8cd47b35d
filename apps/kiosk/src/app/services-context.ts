import { createContext, use } from 'react'
import type { Services } from './services'

export const ServicesContext = createContext<Services | null>(null)

/** Throws outside the app. */
export function useServices(): Services {
  const services = use(ServicesContext)
  if (services === null) throw new Error('A screen stands outside the app')
  return services
}
