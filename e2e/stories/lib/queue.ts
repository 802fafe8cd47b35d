import { expect } from 'playwright/test'
import type { Shop } from '../../harness/shop'
import type { KioskScreen } from './kiosk-screen'

export interface ServerOp {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly occurred_at: string
  readonly verdict: {
    readonly status: string
    readonly code: string | null
    readonly flags: readonly string[]
  }
}

/** A tablet with its own device row, and what the server knows of it. */
export interface Counter {
  readonly device_id: string
  /** Tokens of cards that the tablet holds; none has a stamp, none needs a PIN. */
  readonly tokens: readonly string[]
  readonly operations: () => Promise<ServerOp[]>
}

/** Issues cards, then pairs the tablet, so that it holds all of them. */
export async function setUpCounter(
  kiosk: KioskScreen,
  shop: Shop,
  cards: number,
): Promise<Counter> {
  const program = await shop.program()
  const tokens: string[] = []
  while (tokens.length < cards) tokens.push((await shop.card(program)).token)
  const { pairing, device } = await shop.pairing()
  await kiosk.pair(pairing)
  return {
    device_id: device.id,
    tokens,
    operations: async () => {
      const path = `/merchant/operations?device_id=${device.id}`
      return (await shop.owner.all<ServerOp>(path)).toSorted((a, b) => a.seq - b.seq)
    },
  }
}

/** Films one card after the other; each must be on disk, whether or not a server confirms it. */
export async function stampAll(kiosk: KioskScreen, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await kiosk.filmCard(token)
    await kiosk.seesVerdict('Stamped')
    await expect(kiosk.verdict.locator('[data-saved]')).toBeVisible()
  }
  await kiosk.atHome()
}

/** The queue is empty within the 90 seconds that are promised, and every stamp counts once. */
export async function seeHealed(kiosk: KioskScreen, counter: Counter, stamps: number) {
  await kiosk.says('online', 0, 90_000)
  const operations = await counter.operations()
  expect(operations.map(({ seq }) => seq)).toEqual(operations.map((_, index) => index + 1))
  const counted = operations.filter(
    ({ kind, verdict }) => kind === 'loyalty.stamp' && verdict.status === 'accepted',
  )
  expect(counted).toHaveLength(stamps)
  return operations
}
