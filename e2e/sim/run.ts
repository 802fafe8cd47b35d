/**
 * `pnpm sim [--seeds COUNT] [--from N] [--jobs N]`: so many simulated shops, one seed each, against
 * the real server on a real PostgreSQL; names every seed that failed. `pnpm sim --seed N` plays one
 * of them again, line by line.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { startPostgresCluster } from '../../server/src/testing/postgres-cluster'
import { playSeeds, type Played } from './play'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    /** Set by a run for its jobs. */
    cluster: { type: 'string' },
  },
})

function wholeNumber(name: 'seed' | 'seeds' | 'from' | 'jobs'): number {
  const number = Number(values[name])
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new RangeError(`--${name} wants a whole number`)
}

const trace = values.seed !== undefined
const first = wholeNumber(trace ? 'seed' : 'from')
const count = trace ? 1 : wholeNumber('seeds')

if (values.cluster !== undefined) {
  process.send?.(await playSeeds(values.cluster, { first, count, trace }))
  process.disconnect()
} else {
  const start = performance.now()
  const cluster = await startPostgresCluster({ durable: false })
  const jobs = Math.min(count, Math.max(1, wholeNumber('jobs')))
  const played =
    jobs === 1
      ? [await playSeeds(cluster.url, { first, count, trace })]
      : await Promise.all(sharesOf(jobs).map((share) => runJob(cluster.url, share)))
  await cluster.stop()
  const failed = played.reduce((sum, one) => sum + one.failed, 0)
  const operations = played.reduce((sum, one) => sum + one.operations, 0)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${count} seeds, ${operations} operations, ${failed} failed, ${seconds} s`)
  process.exitCode = failed === 0 ? 0 : 1
}

function sharesOf(jobs: number): { first: number; count: number }[] {
  const size = Math.ceil(count / jobs)
  return Array.from({ length: jobs }, (_, nth) => ({
    first: first + nth * size,
    count: Math.max(0, Math.min(size, count - nth * size)),
  }))
}

async function runJob(cluster: string, share: { first: number; count: number }): Promise<Played> {
  const seeds = ['--from', String(share.first), '--seeds', String(share.count)]
  const job = fork(new URL(import.meta.url), ['--cluster', cluster, ...seeds])
  const answered = once(job, 'message')
  const ended = once(job, 'exit').then(([code]) => {
    throw new Error(`a job ended with ${String(code)} before it was done`)
  })
  const [played] = (await Promise.race([answered, ended])) as [Played]
  ended.catch(() => undefined)
  return played
}
