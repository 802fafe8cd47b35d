import type { KioskDb } from '../../apps/kiosk/src/db/database'
import type { Kiosk } from '../../apps/kiosk/src/kiosk'

/** What the engine's test page hangs on its window. */
export interface EngineWindow extends Window {
  readonly engine: { readonly kiosk: Kiosk; readonly db: KioskDb }
}
