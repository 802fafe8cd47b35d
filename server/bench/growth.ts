/**
 * The same load with ten thousand, a million and ten million operations stored: whether a shop gets
 * slower as the years go by. The years are made by SQL, spread over two of them.
 */
import { startBenchServer } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { storeOperations } from './lib/history'
import { cardsFor, measure, type Measured } from './lib/load'
import { note, report } from './lib/report'

const STORED = (process.env['BENCH_STORED'] ?? '10000,1000000,10000000').split(',').map(Number)
const [DEVICES, BATCH] = [8, 200]

const server = await startBenchServer()
try {
  note('making the shop …')
  const shop = await makeShop(server, cardsFor(1 + STORED.length))
  // The first round warms up whatever can be warm.
  await measure(server, shop, DEVICES, BATCH)
  const rounds: { readonly stored: number; readonly measured: Measured }[] = []
  for (const stored of STORED) {
    note(`storing ${stored} operations …`)
    await storeOperations(server, shop, stored)
    rounds.push({ stored, measured: await measure(server, shop, DEVICES, BATCH) })
  }
  const first = rounds[0]?.measured.ops_per_second ?? 0
  const of_first = rounds.map(({ stored, measured }) => ({
    stored,
    share: Math.round((measured.ops_per_second / first) * 1000) / 1000,
  }))
  report('growth', { rounds, of_first })
} finally {
  await server.stop()
}
