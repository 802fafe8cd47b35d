/** One stamp at a time, online, over HTTP with proofs: how long a person waits for the server. */
import { setTimeout as wait } from 'node:timers/promises'
import { startBenchServer } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { BenchTablet } from './lib/bench-tablet'
import { type Latency, latencyOf, note, report } from './lib/report'

const TABLETS = 20
const CARDS = 20_000
const PER_SECOND = 100
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 15)

async function timed(tablet: BenchTablet): Promise<number> {
  const op = tablet.stamp()
  const start = performance.now()
  await tablet.push([op])
  return performance.now() - start
}

/** One after the other. */
async function alone(tablets: readonly BenchTablet[], times: number): Promise<Latency> {
  const samples: number[] = []
  for (let n = 0; n < times; n += 1) {
    const tablet = tablets[n % tablets.length]
    if (tablet !== undefined) samples.push(await timed(tablet))
  }
  return latencyOf(samples)
}

/** At a fixed rate, whether or not earlier ones have been answered. */
async function atRate(tablets: readonly BenchTablet[]): Promise<Latency> {
  const running: Promise<number>[] = []
  const start = performance.now()
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const due = start + (n * 1000) / PER_SECOND
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const tablet = tablets[n % tablets.length]
    if (tablet !== undefined) running.push(timed(tablet))
  }
  return latencyOf(await Promise.all(running))
}

const server = await startBenchServer()
try {
  note('making the shop …')
  const shop = await makeShop(server, CARDS)
  const tablets: BenchTablet[] = []
  for (let n = 0; n < TABLETS; n += 1) tablets.push(await BenchTablet.make(server, shop))
  for (const tablet of tablets) await tablet.signOn()
  await alone(tablets, 200)
  note('measuring …')
  const one = await alone(tablets, 400)
  const many = await atRate(tablets)
  report('online', { unit: 'ms', one_at_a_time: one, [`at_${PER_SECOND}_per_second`]: many })
} finally {
  await server.stop()
}
