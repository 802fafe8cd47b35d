import { composeKiosk } from '../compose'
import { KioskDb } from '../db/database'
import type { Kiosk } from '../kiosk'

declare global {
  interface Window {
    /** The kiosk without its screens, for tests in a real browser. */
    engine: { readonly kiosk: Kiosk; readonly db: KioskDb }
  }
}

/** The database is a second connection, so that looking at it disturbs nothing. */
window.engine = { kiosk: composeKiosk(), db: new KioskDb() }
