import { expect, test } from 'vitest'
import { DEAD_MS, runLeadership, type TabLock } from './leader'
import { FakeTime } from './testing/fake-time'

/** One lock and one pulse for several tabs, as a browser keeps them. */
class Tabs {
  readonly time = new FakeTime()
  #beats = 0
  #queue: { onHeld: () => void; onLost: () => void }[] = []

  readonly lock: TabLock = {
    request: (mode, onHeld, onLost) => {
      const entry = { onHeld, onLost }
      const [holder] = this.#queue
      if (mode === 'steal' && holder !== undefined) {
        this.#queue = [entry, ...this.#queue.slice(1)]
        onHeld()
        holder.onLost()
      } else {
        this.#queue.push(entry)
        if (holder === undefined) onHeld()
      }
      return () => this.#release(entry)
    },
  }

  #release(entry: { onHeld: () => void }): void {
    const held = this.#queue[0] === entry
    this.#queue = this.#queue.filter((other) => other !== entry)
    if (held) this.#queue[0]?.onHeld()
  }

  open(name: string, leaders: Set<string>, { maySteal = true, fenceMs = 0 } = {}) {
    let frozen = false
    const stop = runLeadership({
      lock: this.lock,
      pulse: {
        beat: () => {
          if (!frozen) this.#beats += 1
        },
        read: () => String(this.#beats),
      },
      timers: this.time,
      clock: this.time,
      maySteal: () => maySteal,
      fence: () => new Promise((resolve) => void this.time.after(fenceMs, resolve)),
      onLead: () => leaders.add(name),
      onLost: () => leaders.delete(name),
    })
    return {
      close: () => {
        leaders.delete(name)
        stop()
      },
      freeze: () => {
        frozen = true
      },
    }
  }
}

test('the first tab leads, the second takes over when it closes', async () => {
  const tabs = new Tabs()
  const leaders = new Set<string>()
  const first = tabs.open('first', leaders)
  tabs.open('second', leaders)
  await tabs.time.advance(60_000)
  expect([...leaders]).toEqual(['first'])
  first.close()
  await tabs.time.advance(0)
  expect([...leaders]).toEqual(['second'])
})

test('a frozen leader is robbed of its lock, and says so when it wakes', async () => {
  const tabs = new Tabs()
  const leaders = new Set<string>()
  const first = tabs.open('first', leaders)
  tabs.open('second', leaders)
  await tabs.time.advance(10_000)
  first.freeze()
  await tabs.time.advance(DEAD_MS * 2)
  expect([...leaders]).toEqual(['second'])
})

test('a tab that nobody looks at takes nothing from anybody', async () => {
  const tabs = new Tabs()
  const leaders = new Set<string>()
  const first = tabs.open('first', leaders)
  await tabs.time.advance(0)
  tabs.open('hidden', leaders, { maySteal: false })
  first.freeze()
  await tabs.time.advance(600_000)
  expect([...leaders]).toEqual(['first'])
})

test('whoever is robbed before its fence stands never leads, however late the storage answers', async () => {
  const tabs = new Tabs()
  const leaders = new Set<string>()
  const first = tabs.open('first', leaders, { fenceMs: 60_000 })
  first.freeze()
  tabs.open('second', leaders)
  await tabs.time.advance(DEAD_MS * 2)
  expect([...leaders]).toEqual(['second'])
  await tabs.time.advance(120_000)
  expect([...leaders]).toEqual(['second'])
})

test('until the fence stands nobody leads', async () => {
  const tabs = new Tabs()
  const leaders = new Set<string>()
  tabs.open('first', leaders, { fenceMs: 5000 })
  await tabs.time.advance(4999)
  expect([...leaders]).toEqual([])
  await tabs.time.advance(1)
  expect([...leaders]).toEqual(['first'])
})
