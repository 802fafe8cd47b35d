/**
 * The tablet as a cashier feels it: a real browser slowed four times, a filmed camera, 50,000 cards
 * in the replica. Slowing covers the page's own thread, where React, the database and the rules
 * run; the decoder's worker runs at full speed.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latencyOf, note, report } from '../../server/bench/lib/report'
import { openClusterBroker } from '../../server/src/testing/cluster-broker'
import { FilmedCamera } from '../harness/camera'
import { ProductServer } from '../harness/server'
import { must, Shop } from '../harness/shop'
import { Tablet } from './lib/tablet'

const CARDS = Number(process.env['BENCH_CARDS'] ?? 50_000)
const SCANS = Number(process.env['BENCH_SCANS'] ?? 60)
const COLD_STARTS = 5
const SLOWER = 4

interface Issued {
  readonly items: readonly { readonly token: string }[]
}

async function issueCards(shop: Shop): Promise<string[]> {
  const program = await shop.program({ cooldown_minutes: 0, daily_limit: 1000 })
  const tokens: string[] = []
  while (tokens.length < CARDS) {
    const body = { program_id: program.id, count: Math.min(1000, CARDS - tokens.length) }
    const answer = await shop.owner.post<Issued>('/merchant/cards/batch', body)
    tokens.push(...must(answer, 201).items.map(({ token }) => token))
  }
  return tokens
}

/** From the camera seeing the pairing QR to a counter that knows every card. */
async function firstSync(tablet: Tablet, server: ProductServer, shop: Shop, camera: FilmedCamera) {
  await tablet.page.goto(`${server.origin}/kiosk/`)
  await tablet.screen('unpaired').waitFor()
  const { pairing } = await shop.pairing()
  const start = performance.now()
  await camera.show(JSON.stringify(pairing))
  await tablet.screen('home').waitFor({ timeout: 120_000 })
  const seconds = (performance.now() - start) / 1000
  await camera.hide()
  const rows = await tablet.rows('cards')
  if (rows < CARDS) throw new Error(`the replica holds ${rows} of ${CARDS} cards`)
  return { seconds: Math.round(seconds * 100) / 100, cards: rows }
}

/** Films one card after the other; the tablet is offline, so each answer is its own. */
async function scans(
  tablet: Tablet,
  origin: string,
  tokens: readonly string[],
  camera: FilmedCamera,
) {
  await tablet.context.setOffline(true)
  const before = (await tablet.measured('answer')).length
  for (let n = 0; n < SCANS; n += 1) {
    const token = tokens[(n * 797) % tokens.length]
    await camera.show(`${origin}/c/${token}`)
    await tablet.answers(before + n + 1)
    await camera.hide()
    await tablet.screen('verdict').waitFor({ state: 'detached' })
  }
  await tablet.context.setOffline(false)
  return {
    frame_to_signal: latencyOf((await tablet.measured('signal')).slice(before)),
    frame_to_answer: latencyOf((await tablet.measured('answer')).slice(before)),
  }
}

/** Types a code and touches the button: how long until the server's verdict stands on the screen. */
async function online(tablet: Tablet, tokens: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < SCANS; n += 1) {
    await tablet.page.getByRole('button', { name: 'Type the code' }).click()
    await tablet.page.getByRole('textbox').fill(tokens[(n * 991 + 3) % tokens.length] ?? '')
    times.push(await tablet.page.evaluate(touchAndWait))
    await tablet.page.keyboard.press('Escape')
    await tablet.screen('home').waitFor()
    await tablet.screen('verdict').waitFor({ state: 'detached' })
  }
  return times
}

/** Runs in the page: from the touch until ✓✓ is in the document, and one picture more. */
function touchAndWait(): Promise<number> {
  const button = document.querySelector<HTMLButtonElement>('[data-screen=typing] [type=submit]')
  const start = performance.now()
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-screen=verdict] [data-saved=confirmed]') === null) return
      observer.disconnect()
      requestAnimationFrame(() => resolve(performance.now() - start))
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
    button?.click()
  })
}

/** A new browser on the same profile, without network, a card in view: until the card is read. */
async function coldStart(folder: string, server: ProductServer, camera: FilmedCamera) {
  const tablet = await Tablet.open(folder, camera, { slower: SLOWER, offline: true })
  try {
    await tablet.page.goto(`${server.origin}/kiosk/`, { waitUntil: 'commit' })
    await tablet.page.waitForFunction(
      () => performance.getEntriesByName('counterfoil:frame').length > 0,
      undefined,
      { polling: 20, timeout: 60_000 },
    )
    return await tablet.page.evaluate(
      () => performance.getEntriesByName('counterfoil:frame')[0]?.startTime ?? 0,
    )
  } finally {
    await tablet.context.close()
  }
}

async function main(): Promise<void> {
  const broker = await openClusterBroker()
  const server = await ProductServer.start({ database: 'embedded' })
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bench-'))
  const camera = await FilmedCamera.create()
  try {
    const shop = await Shop.open(server, 'owner@harbour.example')
    note(`issuing ${CARDS} cards …`)
    const tokens = await issueCards(shop)
    const tablet = await Tablet.open(folder, camera, { slower: SLOWER })
    note('first sync …')
    const first_sync = await firstSync(tablet, server, shop, camera)
    note('scanning offline …')
    const offline = await scans(tablet, server.origin, tokens, camera)
    note('stamping online …')
    await tablet.slow(1)
    await tablet.page.reload()
    await tablet.screen('home').waitFor()
    const stamps = latencyOf(await online(tablet, tokens))
    await tablet.context.close()
    note('starting cold …')
    await camera.show(`${server.origin}/c/${tokens[1]}`)
    const starts: number[] = []
    for (let n = 0; n < COLD_STARTS; n += 1) starts.push(await coldStart(folder, server, camera))
    report('kiosk', {
      unit: 'ms',
      slowed: { times: SLOWER, first_sync, offline, cold_start_to_live_scanner: latencyOf(starts) },
      at_full_speed: { online_touch_to_verdict: stamps },
    })
  } finally {
    await camera.close()
    await server.close()
    await broker.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
