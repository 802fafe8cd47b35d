import { epochMs, type Id } from '@counterfoil/domain'
import { v7 as uuidv7 } from 'uuid'
import { KioskDb } from './db/database'
import { openDatabase } from './db/opening'
import { createLead } from './flows/lead'
import { createPairingGate } from './flows/pairing-gate'
import { identify } from './flows/identify'
import { pinStateOf } from './flows/people'
import { currentSignOn } from './flows/current-sign-on'
import { serverNow, type Tablet } from './flows/tablet'
import { watchUpdates } from './device/updates'
import type { Kiosk } from './kiosk'
import { createView } from './live/view'
import { loadJose } from './net/seal-pin'
import { scannerFirst } from './scan/scanner-first'

/** The one place that builds things: database, engine, live state, and what screens may ask. */
export function composeKiosk(): Kiosk {
  const db = new KioskDb()
  const tab = crypto.randomUUID()
  const clock = { wall: () => epochMs(Date.now()), monotonic: () => performance.now() }
  const newId = (): Id => uuidv7()
  const writing = () => import('./flows/writing')
  const clocking = () => import('./flows/clock')
  const awaited = new Set<Id>()

  const view = createView(db, clock, () => void lead.renew())
  const updates = watchUpdates(() => view.change({ update_ready: true }))
  const onOutdated = updates.check
  const lead = createLead({ db, tab, clock, newId, awaited, view, onOutdated })
  const tablet: Tablet = {
    db,
    tab,
    leads: lead.leads,
    wall: clock.wall,
    offset: () => lead.engine()?.offset() ?? null,
    newId,
    submit: (id) => lead.engine()?.submit(id) ?? Promise.resolve(null),
    reaches: () => lead.engine()?.reaches() === true,
    onStorage: (trouble) => view.change({ trouble }),
    awaited,
  }
  let desk: ReturnType<Kiosk['door']> | undefined
  const gate = createPairingGate(db, lead)

  async function start(): Promise<void> {
    await openDatabase(db, {
      onTrouble: (trouble) => view.change({ trouble }),
      onOutdated: () => location.reload(),
    })
    lead.run()
    await scannerFirst()
    // Out of reach now: the first stamp asks again, and says so if that fails.
    await writing().catch(() => undefined)
  }

  void start()
  // Sealing must work without a network, and at once.
  setTimeout(() => void loadJose().catch(() => undefined), 2000)

  return {
    ...gate,
    identify: (text) => identify(db, text),
    pinStateOf: (staffId) => pinStateOf(db, staffId, serverNow(tablet)),
    signOn: async (staffId, pin, job, badge) =>
      (await writing()).signOn(tablet, staffId, pin, job, badge),
    signOff: async () => (await writing()).signOff(tablet),
    currentSignOn: (job) => currentSignOn(tablet, job),
    stamp: async (card) => (await writing()).stamp(tablet, card),
    undo: async (opId) => (await writing()).undo(tablet, opId),
    door: () => (desk ??= import('./flows/door/desk').then((door) => door.createDoorDesk(tablet))),
    retryNow: async () => {
      await lead.engine()?.retryNow()
    },
    dismissNotice: (opId) => db.notices.delete(opId),
    persistStorage: view.persistStorage,
    applyUpdate: updates.apply,
    clock: {
      find: async (number) => (await clocking()).findByNumber(tablet, number),
      own: async (staffId) => (await clocking()).ownClockOf(tablet, staffId),
      punch: async (signedOn, action) => (await clocking()).punch(tablet, signedOn, action),
    },
    live: view.live,
  }
}
