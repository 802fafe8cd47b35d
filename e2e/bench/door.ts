/**
 * A queue at one door, with 100,000 tickets on the tablet: a code after the other as fast as each is
 * answered, without a network and with one, in people a minute; and what a person waits for, slowed
 * four times. `BENCH_PARTS` names some of them: `online`, `offline`, `slowed`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latencyOf, note, report } from '../../server/bench/lib/report'
import { openClusterBroker } from '../../server/src/testing/cluster-broker'
import { FilmedCamera } from '../harness/camera'
import { ProductServer } from '../harness/server'
import { Shop } from '../harness/shop'
import { announce, fillHouse, sell } from './lib/evening'
import { Tablet } from './lib/tablet'

const TICKETS = Number(process.env['BENCH_TICKETS'] ?? 100_000)
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 300)
const SLOWED = Math.min(PEOPLE, 60)
const PARTS = (process.env['BENCH_PARTS'] ?? 'online,offline,slowed').split(',')
const SLOWER = 4

async function openDoor(tablet: Tablet, server: ProductServer, shop: Shop, camera: FilmedCamera) {
  await tablet.page.goto(`${server.origin}/kiosk/`)
  await tablet.screen('unpaired').waitFor()
  const { pairing } = await shop.pairing(['door'])
  await camera.show(JSON.stringify(pairing))
  await tablet.screen('shift').waitFor({ timeout: 300_000 })
  await camera.hide()
  await tablet.page.getByRole('button', { name: /Hamlet/ }).click()
  await tablet.screen('door').waitFor()
}

/** Films one ticket after the other; the next is shown as soon as the last has its answer. */
async function queue(tablet: Tablet, camera: FilmedCamera, codes: readonly string[]) {
  const before = (await tablet.measured('answer')).length
  const start = performance.now()
  for (const [n, code] of codes.entries()) {
    await camera.show(code)
    await tablet.answers(before + n + 1)
  }
  const minutes = (performance.now() - start) / 60_000
  await camera.hide()
  await tablet.screen('verdict').waitFor({ state: 'detached' })
  return {
    people: codes.length,
    people_per_minute: Math.round(codes.length / minutes),
    frame_to_signal: latencyOf((await tablet.measured('signal')).slice(before)),
    frame_to_answer: latencyOf((await tablet.measured('answer')).slice(before)),
  }
}

const broker = await openClusterBroker()
const server = await ProductServer.start()
const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bench-'))
const camera = await FilmedCamera.create()
try {
  const shop = await Shop.open(server, 'owner@harbour.example')
  const evening = await announce(shop)
  note('selling …')
  const tokens = await sell(shop, evening, 2 * PEOPLE + SLOWED)
  await fillHouse(server.database.url, evening, TICKETS)
  const codes = tokens.map((token) => `${server.origin}/t/${token}`)
  const tablet = await Tablet.open(folder, camera, { slower: 1 })
  await openDoor(tablet, server, shop, camera)
  const queueOf = async (part: string, from: number, count: number) => {
    if (!PARTS.includes(part)) return null
    note(`a queue, ${part} …`)
    return queue(tablet, camera, codes.slice(from, from + count))
  }
  const online = await queueOf('online', 0, PEOPLE)
  await tablet.context.setOffline(true)
  const offline = await queueOf('offline', PEOPLE, PEOPLE)
  await tablet.slow(SLOWER)
  const slowed = await queueOf('slowed', 2 * PEOPLE, SLOWED)
  const inside = await tablet.rows('tickets')
  await tablet.context.close()
  report('door', {
    tickets: inside,
    at_full_speed: { online, offline },
    slowed: { times: SLOWER, offline: slowed },
  })
} finally {
  await camera.close()
  await server.close()
  await broker.close()
  await rm(folder, { recursive: true, force: true })
}
