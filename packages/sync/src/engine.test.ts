import { formatInstant, HOUR } from '@counterfoil/domain'
import { describe, expect, test, vi } from 'vitest'
import { problem } from './testing/reference-server'
import { Tablet } from './testing/tablet'

const DAY = 24 * HOUR

const states = (tablet: Tablet) => tablet.outbox.rows.map(({ state }) => state)

describe('pushing', () => {
  test('sends in order of seq, in batches no larger than allowed', async () => {
    const tablet = new Tablet(undefined, 2)
    for (let n = 0; n < 5; n += 1) tablet.outbox.add()
    await tablet.time.advance(1000)
    expect(tablet.server.batches.map(({ size }) => size).slice(0, 3)).toEqual([2, 2, 1])
    expect([...tablet.server.verdicts.values()].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(states(tablet))).toEqual(new Set(['answered']))
  })

  test('an answer lost after the commit changes nothing: same verdict, one effect', async () => {
    const tablet = new Tablet()
    tablet.network.weather = 'lost_after'
    const row = tablet.outbox.add()
    await tablet.time.advance(10_000)
    const first = tablet.server.verdicts.get(row.id)
    expect(row.state).toBe('queued')
    tablet.network.weather = 'fine'
    await tablet.time.advance(60_000)
    expect(row.verdict).toEqual(first)
    expect(tablet.server.effects).toBe(1)
  })

  test.each(['portal', 'forbidden_page', 'down', 'hole'] as const)(
    'under "%s" nothing is dropped or parked, and 90 s after it heals the queue is empty',
    async (weather) => {
      const tablet = new Tablet(() => 0.999)
      tablet.network.weather = weather
      for (let n = 0; n < 3; n += 1) tablet.outbox.add()
      await tablet.time.advance(3_600_000)
      expect(states(tablet)).toEqual(['queued', 'queued', 'queued'])
      tablet.network.weather = 'fine'
      await tablet.time.advance(90_000)
      expect(states(tablet)).toEqual(['answered', 'answered', 'answered'])
    },
  )

  test('up 200 ms, down 800 ms, for ten minutes: nothing lost, nothing twice', async () => {
    const tablet = new Tablet(() => 0.7)
    for (let second = 0; second < 600; second += 1) {
      if (second % 20 === 0) tablet.outbox.add()
      tablet.network.weather = 'fine'
      await tablet.time.advance(200)
      tablet.network.weather = second % 2 === 0 ? 'lost_after' : 'down'
      await tablet.time.advance(800)
    }
    tablet.network.weather = 'fine'
    await tablet.time.advance(90_000)
    expect(new Set(states(tablet))).toEqual(new Set(['answered']))
    expect(tablet.server.effects).toBe(30)
  })

  test('one bad operation among a hundred is found and set aside; the others go up', async () => {
    const tablet = new Tablet()
    for (let n = 0; n < 100; n += 1) tablet.outbox.add()
    const bad = tablet.outbox.rows[37]
    tablet.server.poison.add(bad?.id ?? '')
    await tablet.time.advance(120_000)
    expect(tablet.outbox.rows.filter(({ state }) => state === 'parked')).toEqual([bad])
    expect(tablet.server.effects).toBe(99)
  })

  test('a server that refuses even empty batches parks nothing', async () => {
    const tablet = new Tablet()
    tablet.outbox.add()
    for (let n = 0; n < 40; n += 1) tablet.network.script.push(problem(400, 'BATCH_MALFORMED'))
    await tablet.time.advance(60_000)
    expect(states(tablet)).toEqual(['queued'])
    await tablet.time.advance(3_600_000)
    expect(states(tablet)).toEqual(['answered'])
  })

  test('a connection that swallows everything is given up after 20 s', async () => {
    const tablet = new Tablet()
    tablet.network.weather = 'hole'
    await tablet.time.advance(19_999)
    expect(tablet.engine.state().last_error).toBeNull()
    await tablet.time.advance(1)
    expect(tablet.engine.state().last_error).toBe('no answer within 20 s')
  })

  test('413 halves until it fits', async () => {
    const tablet = new Tablet()
    for (let n = 0; n < 8; n += 1) tablet.outbox.add()
    tablet.network.script.push(problem(413, 'TOO_LARGE'), problem(413, 'TOO_LARGE'))
    await tablet.time.advance(1000)
    expect(tablet.server.batches.slice(0, 2).map(({ size }) => size)).toEqual([2, 4])
    expect(new Set(states(tablet))).toEqual(new Set(['answered']))
  })

  test.each([
    'TERMINAL_DEVICE_REVOKED',
    'TERMINAL_DEVICE_EXPIRED',
    'TERMINAL_DEVICE_PAIRING_EXPIRED',
    'TOKEN_INVALID',
  ])('%s stops everything and keeps the queue', async (code) => {
    const tablet = new Tablet()
    tablet.network.script.push(problem(401, code))
    tablet.outbox.add()
    await tablet.time.advance(600_000)
    expect(tablet.stops).toEqual([code])
    expect(tablet.engine.state().stopped).toBe(code)
    expect(tablet.server.batches).toEqual([])
    expect(states(tablet)).toEqual(['queued'])
  })

  test('parked operations get another try when a person asks for it', async () => {
    const tablet = new Tablet()
    const row = tablet.outbox.add()
    tablet.server.poison.add(row.id)
    await tablet.time.advance(60_000)
    expect(row.state).toBe('parked')
    tablet.server.poison.clear()
    await tablet.engine.retryNow()
    await tablet.time.advance(1000)
    expect(row.state).toBe('answered')
  })
})

describe('what the server lacks', () => {
  test('a server restored from a backup is healed without anybody asking', async () => {
    const tablet = new Tablet()
    tablet.outbox.add()
    await tablet.time.advance(1000)
    const backup = tablet.server.backup()
    for (let n = 0; n < 6; n += 1) tablet.outbox.add()
    await tablet.engine.retryNow()
    await tablet.time.advance(1000)
    tablet.server.restore(backup)
    await tablet.time.advance(60_000)
    expect(tablet.server.verdicts.size).toBe(7)
    expect(new Set(states(tablet))).toEqual(new Set(['answered']))
  })

  test('what the tablet no longer has is reported as lost, once', async () => {
    const tablet = new Tablet()
    for (let n = 0; n < 5; n += 1) tablet.outbox.add()
    tablet.outbox.rows = tablet.outbox.rows.filter(({ seq }) => seq !== 2)
    await tablet.time.advance(120_000)
    const lost = tablet.outbox.rows.filter(({ kind }) => kind === 'device.lost')
    expect(lost.map((row) => row.lost)).toEqual([[2, 2]])
    expect(tablet.server.streams.get(JSON.stringify(tablet.server.present))).toMatchObject({
      last_seq: 6,
      missing: [],
    })
  })

  test('a tablet set back in time numbers on from where the server is', async () => {
    const tablet = new Tablet()
    for (let n = 0; n < 4; n += 1) tablet.outbox.add()
    await tablet.time.advance(1000)
    tablet.outbox.nextSeq = 2
    await tablet.time.advance(60_000)
    expect(tablet.outbox.nextSeq).toBe(5)
  })

  test('operations of an earlier pairing go in batches of their own', async () => {
    const tablet = new Tablet()
    tablet.network.weather = 'down'
    tablet.outbox.add()
    tablet.outbox.add()
    tablet.outbox.pairAgain()
    tablet.server.present = tablet.outbox.present
    tablet.outbox.add()
    tablet.network.weather = 'fine'
    await tablet.time.advance(60_000)
    expect(tablet.server.batches.filter(({ size }) => size > 0)).toEqual([
      { size: 1, recovered: false },
      { size: 2, recovered: true },
    ])
  })
})

describe('operations of a tablet that the server does not know', () => {
  /** A tablet that was paired anew, with work from before that the server refuses to know of. */
  async function stranger(): Promise<Tablet> {
    const tablet = new Tablet()
    tablet.network.weather = 'down'
    for (let n = 0; n < 3; n += 1) tablet.outbox.add()
    tablet.server.unknown.add(JSON.stringify(tablet.outbox.present))
    tablet.outbox.pairAgain()
    tablet.server.present = tablet.outbox.present
    tablet.network.weather = 'fine'
    await tablet.time.advance(60_000)
    return tablet
  }

  test('are put before a person, all at once, and the present ones go on', async () => {
    const tablet = await stranger()
    expect(states(tablet)).toEqual(['parked', 'parked', 'parked'])
    expect(tablet.server.batches.filter(({ size }) => size === 3)).toHaveLength(3)
    const row = tablet.outbox.add()
    await tablet.time.advance(31_000)
    expect(row.state).toBe('answered')
    expect(tablet.engine.state()).toMatchObject({ reachable: true, last_error: null })
  })

  test('get another try when a person asks for it', async () => {
    const tablet = await stranger()
    tablet.server.unknown.clear()
    await tablet.engine.retryNow()
    await tablet.time.advance(1000)
    expect(states(tablet)).toEqual(['answered', 'answered', 'answered'])
  })

  test('are kept waiting while the server is unwell otherwise', async () => {
    const tablet = await stranger()
    await tablet.engine.retryNow()
    for (let n = 0; n < 200; n += 1) tablet.network.script.push(problem(404, 'NOT_FOUND'))
    await tablet.time.advance(30_000)
    expect(states(tablet)).toEqual(['queued', 'queued', 'queued'])
  })
})

describe('what the server hears and what is kept', () => {
  test('every batch tells how much waits, since when, and what was set aside', async () => {
    const tablet = new Tablet()
    const bad = tablet.outbox.add()
    tablet.server.poison.add(bad.id)
    await tablet.time.advance(60_000)
    tablet.network.weather = 'lost_after'
    const waiting = [tablet.outbox.add(), tablet.outbox.add()]
    await tablet.time.advance(60_000)
    expect(tablet.server.told).toMatchObject({
      queue: { pending: 2, oldest_at: formatInstant(waiting[0]?.at ?? tablet.time.wall()) },
      health: { parked: 1, app_version: '1.0.0' },
    })
  })

  /** Switched off for so long, and on again. */
  async function sleep(tablet: Tablet, ms: number): Promise<void> {
    tablet.engine.stop()
    tablet.time.dropAlarms()
    await tablet.time.advance(ms)
    await tablet.restart()
    await tablet.time.advance(1000)
  }

  test('what was answered is kept for 14 days and no longer', async () => {
    const tablet = new Tablet()
    const row = tablet.outbox.add()
    await tablet.time.advance(1000)
    await sleep(tablet, 14 * DAY - HOUR)
    expect(tablet.outbox.rows).toEqual([row])
    await sleep(tablet, 2 * HOUR)
    expect(tablet.outbox.rows).toEqual([])
  })

  test('what waits is kept however long it waits', async () => {
    const tablet = new Tablet()
    tablet.network.weather = 'down'
    const row = tablet.outbox.add()
    await sleep(tablet, 30 * DAY)
    expect(row.state).toBe('queued')
    tablet.network.weather = 'fine'
    await sleep(tablet, 30 * DAY)
    expect(row.state).toBe('answered')
  })
})

describe('in front of the screen', () => {
  test('online, the server’s verdict is the answer', async () => {
    const tablet = new Tablet()
    await tablet.time.advance(1000)
    const verdict = tablet.engine.submit(tablet.outbox.add().id)
    await tablet.time.advance(100)
    expect(await verdict).toMatchObject({ status: 'accepted' })
  })

  test('after 1.5 s without a word the tablet’s own judgement has to do', async () => {
    const tablet = new Tablet()
    await tablet.time.advance(1000)
    tablet.network.weather = 'hole'
    const shown = vi.fn<(verdict: unknown) => void>()
    void tablet.engine.submit(tablet.outbox.add().id).then(shown)
    await tablet.time.advance(1499)
    expect(shown).not.toHaveBeenCalled()
    await tablet.time.advance(1)
    expect(shown).toHaveBeenCalledWith(null)
  })

  test('known to be offline, nobody waits; the first answer ends that', async () => {
    const tablet = new Tablet()
    tablet.network.weather = 'down'
    await tablet.time.advance(1000)
    expect(await tablet.engine.submit(tablet.outbox.add().id)).toBeNull()
    tablet.network.weather = 'fine'
    await tablet.time.advance(60_000)
    expect(states(tablet)).toEqual(['answered'])
    const verdict = tablet.engine.submit(tablet.outbox.add().id)
    await tablet.time.advance(100)
    expect(await verdict).not.toBeNull()
  })
})

describe('standing still', () => {
  test('a page that was frozen with a request under way starts anew when it is woken', async () => {
    const tablet = new Tablet()
    await tablet.time.advance(1000)
    tablet.network.weather = 'hole'
    const row = tablet.outbox.add()
    tablet.engine.wake()
    await tablet.time.advance(100)
    // Frozen: no timer fires, not even the time-out's.
    tablet.time.dropAlarms()
    await tablet.time.advance(3_600_000)
    tablet.network.weather = 'fine'
    tablet.engine.wake()
    await tablet.time.advance(1000)
    expect(row.state).toBe('answered')
  })

  test('idle, the server hears a heartbeat and is asked for changes every 30 s', async () => {
    const tablet = new Tablet()
    await tablet.time.advance(300_000)
    expect(tablet.server.batches.length).toBeGreaterThanOrEqual(10)
    expect(tablet.network.pulls).toBeGreaterThanOrEqual(10)
  })

  test('storage that never answers is noticed and tried again', async () => {
    const tablet = new Tablet()
    await tablet.time.advance(1000)
    const { figures } = tablet.outbox
    Object.assign(tablet.outbox, { figures: () => new Promise(() => {}) })
    const row = tablet.outbox.add()
    tablet.engine.wake()
    await tablet.time.advance(60_001)
    expect(tablet.engine.state().last_error).toBe('stalled')
    Object.assign(tablet.outbox, { figures })
    await tablet.time.advance(90_000)
    expect(row.state).toBe('answered')
  })
})
