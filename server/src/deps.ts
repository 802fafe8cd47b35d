import type { EpochMs } from '@counterfoil/domain'
import type { Context } from 'hono'
import type { Kysely } from 'kysely'
import type { Config } from './config'
import type { Crypto } from './crypto/crypto'
import type { HashPool } from './crypto/hash-pool'
import type { Database } from './db/schema'
import type { CallLimits } from './http/call-limits'
import type { DeviceCaller } from './http/caller'
import type { AppEnv } from './http/env'
import type { Logger } from './logger'
import type { PinChecker } from './pins/pin-checker'
import type { ChangeBus } from './sync/change-bus'

/** What every part of the server is given; built once, in `main.ts` or by a test. */
export interface Deps {
  readonly config: Config
  readonly db: Kysely<Database>
  readonly crypto: Crypto
  /** bcrypt off the event loop; one pool for passwords and PINs. */
  readonly hashing: HashPool
  /** The only clock. */
  readonly now: () => EpochMs
  /** UUIDv7. */
  readonly newId: () => string
  readonly log: Logger
  readonly limits: CallLimits
  readonly bus: ChangeBus
  readonly pins: PinChecker
  /** Who the tablet behind a request is; handed in so that `http/` knows nothing of devices. */
  readonly authenticateDevice: DeviceAuthenticator
}

/**
 * Reads the device token and the proof of possession of a request. May set headers of the answer
 * on the context (`DPoP-Nonce`).
 * @throws ProblemError 401 in all its forms
 */
export type DeviceAuthenticator = (deps: Deps, c: Context<AppEnv>) => Promise<DeviceCaller>
