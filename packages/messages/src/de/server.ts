import type { server as source } from '../en/server'

export const server: typeof source = {
  mail: { greeting: ({ name }) => `Guten Tag ${name},` },
}
