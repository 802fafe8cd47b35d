import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../harness/chromium'
import type { EngineWindow } from './engine-window'
import { expect, outbox, pair, test, untilSynced } from './fixture'
import { openTablet, serveEngine } from './tablet-page'

declare const window: EngineWindow

function launch(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS],
  })
}

/** Ends every process of the browser with this profile at once, as a power cut would. */
function cutPower(profile: string): void {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const own = lines.filter((line) => line.includes(`--user-data-dir=${profile}`))
  for (const line of own) process.kill(Number.parseInt(line, 10), 'SIGKILL')
  expect(own.length).toBeGreaterThan(0)
}

test('killed in the middle of writing, the tablet holds everything it said was saved', async ({
  server,
  harbour,
}) => {
  const program = await harbour.program({ cooldown_minutes: 0, daily_limit: 1000 })
  const { token } = await harbour.card(program)
  const profile = await mkdtemp(join(tmpdir(), 'counterfoil-profile-'))
  try {
    const before = await launch(profile)
    await serveEngine(before, server.origin)
    const page = await openTablet(before, server.origin)
    await pair(page, (await harbour.pairing()).pairing)
    await untilSynced(page)
    await before.setOffline(true)
    const saved: string[] = []
    await page.exposeBinding('told', (_, id: string) => void saved.push(id))
    void page
      .evaluate(async (text) => {
        const found = await window.engine.kiosk.identify(text)
        if (found.kind !== 'card' || !('told' in window)) return
        const told = window.told as (id: string) => Promise<void>
        for (;;) {
          const outcome = await window.engine.kiosk.stamp(found)
          if (outcome.kind === 'decided') void told(outcome.op_id)
        }
      }, `${server.origin}/c/${token}`)
      .catch(() => 'the page died, as it should')
    await expect.poll(() => saved.length, { timeout: 30_000 }).toBeGreaterThan(40)
    cutPower(profile)
    const told = [...saved]

    const after = await launch(profile)
    await serveEngine(after, server.origin)
    const again = await openTablet(after, server.origin)
    const rows = await outbox(again)
    const ids = new Set(rows.map(({ id }) => id))
    expect(told.filter((id) => !ids.has(id))).toEqual([])
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    // Back with a network, all of it goes up.
    await expect
      .poll(() => again.evaluate(() => window.engine.kiosk.live.status.get().waiting))
      .toBe(0)
    await after.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
