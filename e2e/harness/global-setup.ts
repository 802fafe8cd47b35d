import { openClusterBroker } from '../../server/src/testing/cluster-broker'

/** The specs of a run share one PostgreSQL, started when the first of them asks. */
export default async function setup(): Promise<() => Promise<void>> {
  const broker = await openClusterBroker()
  return () => broker.close()
}
