import { openClusterBroker } from './cluster-broker'

/** Vitest's global set-up: the run's PostgreSQL starts with the first test that asks for a database. */
export default async function setup(): Promise<() => Promise<void>> {
  const broker = await openClusterBroker()
  return () => broker.close()
}
