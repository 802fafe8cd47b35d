import type { Id } from '@counterfoil/domain'
import { type Engine, type Ports, runLeadership, type StopCode } from '@counterfoil/sync'
import { getMeta, type KioskDb, putMeta } from '../db/database'
import { takeFence } from '../db/fence'
import { forgetPeople } from '../db/forget'
import { isQuota } from '../db/trouble'
import { notePaired } from '../device/paired-before'
import { createPulse, createTabLock } from '../device/tab-lock'
import type { View } from '../live/view'
import { pause, whenScanning } from '../scan/scanner-first'
import type { Session } from './session'

export interface LeadParts {
  readonly db: KioskDb
  readonly tab: string
  readonly clock: Ports['clock']
  readonly newId: () => Id
  readonly awaited: ReadonlySet<Id>
  readonly view: View
  /** The server does not understand this version any more. */
  readonly onOutdated: () => void
}

/** The lead of this tablet, if this tab has it, and the engine that only the leader runs. */
export interface Lead {
  readonly leads: () => boolean
  readonly engine: () => Engine | null
  /** Competes for the lead until the page is gone. */
  readonly run: () => void
  /** Starts anew with whatever pairing the database holds now. */
  readonly restart: () => Promise<void>
  /** After the storage was emptied: the lead is written down anew, and nothing speaks. */
  readonly renew: () => Promise<void>
  /** No engine speaks for the tablet until {@link restart}. */
  readonly pause: () => void
}

const RETRY_MS = 1000

const timers: Ports['timers'] = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export function createLead(parts: LeadParts): Lead {
  const { db, tab, view, clock } = parts
  let leads = false
  let session: Session | null = null

  function end(): void {
    session?.end()
    session = null
    view.change({ engine: null })
  }

  async function restart(): Promise<void> {
    end()
    // Until it is here the tablet works alone.
    const { startSession } = await whenScanning(() => import('./session'))
    const identity = await getMeta(db, 'identity')
    const credentials = await getMeta(db, 'credentials')
    // Gone with a database that was cleared under us: nobody could write any more.
    const fenced = (await getMeta(db, 'leader')) !== undefined
    if (leads && !fenced) await putMeta(db, 'leader', tab)
    if (!leads || identity?.state !== 'paired' || credentials === undefined) return
    end()
    notePaired(identity)
    session = startSession(
      { ...parts, timers, health: view.health, onStop: (code) => void onStop(code) },
      identity,
      credentials,
    )
    const { engine } = session
    engine.subscribe(() => {
      if (engine.state().outdated) parts.onOutdated()
    })
    view.change({ engine })
  }

  async function onStop(code: StopCode): Promise<void> {
    end()
    const state = code === 'TERMINAL_DEVICE_REVOKED' ? 'revoked' : 'expired'
    await persistently(view, () => forgetPeople(db, state))
  }

  async function onLead(): Promise<void> {
    leads = true
    view.change({ leads })
    await persistently(view, restart)
  }

  async function renew(): Promise<void> {
    end()
    if (leads) await onLead()
  }

  function onLost(): void {
    leads = false
    view.change({ leads })
    end()
  }

  function wake(): void {
    view.refresh()
    if (document.visibilityState === 'visible') session?.engine.wake()
  }

  function run(): void {
    window.addEventListener('online', wake)
    window.addEventListener('offline', view.refresh)
    document.addEventListener('visibilitychange', wake)
    runLeadership({
      lock: createTabLock('counterfoil-leader'),
      pulse: createPulse('counterfoil-pulse'),
      timers,
      clock,
      maySteal: () => document.visibilityState === 'visible',
      fence: (signal) => persistently(view, () => takeFence(db, tab, signal)),
      onLead: () => void onLead(),
      onLost,
    })
  }

  return {
    leads: () => leads,
    engine: () => session?.engine ?? null,
    run,
    restart,
    renew,
    pause: end,
  }
}

/** Storage may be away or full for a while; what must be done is tried until it is. */
async function persistently(view: View, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await work()
      view.change({ trouble: null })
      return
    } catch (error) {
      view.change({ trouble: isQuota(error) ? 'QUOTA' : 'UNAVAILABLE' })
      await pause(RETRY_MS)
    }
  }
}
