/**
 * A new tablet at a door takes over 100,000 tickets: how many rows the server gives a second, what
 * goes over the wire, and how long until a real browser can let people in.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { note, report } from '../../server/bench/lib/report'
import { openClusterBroker } from '../../server/src/testing/cluster-broker'
import { FilmedCamera } from '../harness/camera'
import { ProductServer } from '../harness/server'
import { Shop } from '../harness/shop'
import { announce, fillHouse, sell } from './lib/evening'
import { Tablet } from './lib/tablet'

const TICKETS = Number(process.env['BENCH_TICKETS'] ?? 100_000)
/** Pages as a tablet asks for them that lags far behind. */
const LIMIT = 5000

/** As a script takes it: pages one behind the other, read and thrown away. */
async function byScript(shop: Shop) {
  const tablet = await shop.tablet(['door'])
  const start = performance.now()
  const { changes } = await tablet.pullAll(undefined, LIMIT)
  const seconds = (performance.now() - start) / 1000
  return { rows: changes.length, rows_per_second: Math.round(changes.length / seconds) }
}

/** From the pairing QR in view until the evening can be chosen, at full speed and slowed. */
async function inBrowser(server: ProductServer, shop: Shop, camera: FilmedCamera, slower: number) {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bench-'))
  const tablet = await Tablet.open(folder, camera, { slower })
  try {
    await tablet.page.goto(`${server.origin}/kiosk/`)
    await tablet.screen('unpaired').waitFor()
    const { pairing } = await shop.pairing(['door'])
    const start = performance.now()
    await camera.show(JSON.stringify(pairing))
    await tablet.screen('shift').waitFor({ timeout: 300_000 })
    const seconds = Math.round((performance.now() - start) / 10) / 100
    await camera.hide()
    const rows = await tablet.rows('tickets')
    if (rows < TICKETS) throw new Error(`the tablet holds ${rows} of ${TICKETS} tickets`)
    const sizes = await tablet.page.evaluate(pulledSizes)
    const bytes_on_the_wire = sizes.reduce((sum, [packed]) => sum + packed, 0)
    const bytes_of_json = sizes.reduce((sum, [, whole]) => sum + whole, 0)
    return { slower, usable_after_seconds: seconds, rows, bytes_on_the_wire, bytes_of_json }
  } finally {
    await tablet.context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs in the page, without inner names: what the answers to its pulls weighed, one by one. */
function pulledSizes() {
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.includes('/sync/pull'))
    .map(({ encodedBodySize, decodedBodySize }) => [encodedBodySize, decodedBodySize] as const)
}

const broker = await openClusterBroker()
const server = await ProductServer.start()
const camera = await FilmedCamera.create()
try {
  const shop = await Shop.open(server, 'owner@harbour.example')
  const performance = await announce(shop)
  await sell(shop, performance, 1)
  note(`issuing ${TICKETS} tickets …`)
  await fillHouse(server.database.url, performance, TICKETS)
  note('pulling …')
  const script = await byScript(shop)
  const browser = await inBrowser(server, shop, camera, 1)
  const slowed = await inBrowser(server, shop, camera, 4)
  report('pull', { script, browser, slowed })
} finally {
  await camera.close()
  await server.close()
  await broker.close()
}
