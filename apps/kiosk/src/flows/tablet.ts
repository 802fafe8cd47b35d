import type { EpochMs, Id } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { KioskDb } from '../db/database'
import type { StorageTrouble } from '../db/trouble'

/** What every flow needs; built once in compose.ts. */
export interface Tablet {
  readonly db: KioskDb
  /** This tab's name in the fence around writes. */
  readonly tab: string
  readonly leads: () => boolean
  /** The tablet's wall clock. */
  readonly wall: () => EpochMs
  /** Server − tablet in ms, or `null` when unknown. */
  readonly offset: () => number | null
  readonly newId: () => Id
  /** Sends an operation that is on disk; its verdict if it comes in time. */
  readonly submit: (id: Id) => Promise<WireVerdict | null>
  /** Whether a verdict may come while somebody waits for it. */
  readonly reaches: () => boolean
  /** The last attempt to save said this of the storage; `null`: it worked. */
  readonly onStorage: (trouble: StorageTrouble | null) => void
  /** Operations for whose verdict somebody waits in front of the screen. */
  readonly awaited: Set<Id>
}

/** The best guess of the server's time: the scale of every time that the screens show. */
export function serverNow(tablet: Tablet): EpochMs {
  return (tablet.wall() + (tablet.offset() ?? 0)) as EpochMs
}
