import { availableParallelism } from 'node:os'
import { type EpochMs, epochMs } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Config } from './config'
import { createCrypto } from './crypto/crypto'
import { createHashPool } from './crypto/hash-pool'
import type { Database } from './db/schema'
import type { Deps } from './deps'
import { authenticateDevice } from './devices/device-access'
import { createCallLimits } from './http/call-limits'
import type { Logger } from './logger'
import { createNewId } from './new-id'
import { createPinChecker } from './pins/pin-checker'
import { createChangeBus } from './sync/change-bus'

export interface DepsOptions {
  readonly config: Config
  readonly db: Kysely<Database>
  /** For the connection on which nodes tell each other of changes; `undefined`: this node alone. */
  readonly connectionString: string | undefined
  /** What SECRET_KEY says, or what was generated in its place. */
  readonly secret: string
  /** What SECRET_KEY_PREVIOUS says. */
  readonly earlierSecrets?: readonly string[]
  readonly log: Logger
  readonly now?: () => EpochMs
}

/** Builds everything the server's parts are given, once per process or test. */
export function createDeps(options: DepsOptions): Deps {
  const { config, db, connectionString, secret, log } = options
  const now = options.now ?? (() => epochMs(Date.now()))
  const crypto = createCrypto(secret, options.earlierSecrets)
  const hashing = createHashPool({ threads: availableParallelism() })
  return {
    config,
    db,
    crypto,
    hashing,
    now,
    newId: createNewId(),
    log,
    limits: createCallLimits(),
    bus: createChangeBus({ connectionString, log }),
    pins: createPinChecker({ crypto, hashing, now }),
    authenticateDevice,
  }
}

/** Ends threads and connections; close the bus before, so that streams end. */
export async function closeDeps({ hashing, db }: Deps): Promise<void> {
  await hashing.close()
  await db.destroy()
}
