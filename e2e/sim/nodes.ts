import type { EpochMs, Id } from '@counterfoil/domain'
import { createApp } from '../../server/src/app'
import { readConfig } from '../../server/src/config'
import { createDeps } from '../../server/src/create-deps'
import { openDatabase } from '../../server/src/db/database'
import type { Deps } from '../../server/src/deps'
import { admitDevice } from '../../server/src/devices/device-access'
import { createLogger } from '../../server/src/logger'
import { hashCheaply } from '../../server/src/testing/hash-cheaply'
import { PROVEN_HEADER } from './credentials'

export const PUBLIC_URL = 'https://counterfoil.example'

/** What a simulation gives to the servers in place of the world's clock and chance. */
export interface Fate {
  /** By the clock of one of the nodes. */
  readonly now: (node: number) => EpochMs
  readonly newId: () => Id
}

export interface Node {
  readonly deps: Deps
  readonly request: (path: string, init: RequestInit) => Promise<Response>
}

export const SECRET = 'a secret that only simulations know, 0123456789'

/**
 * Two real servers in one process, each with its own memory, on one real database. Only the
 * signatures of proofs are taken for granted: other tests break those.
 */
export class Nodes {
  private constructor(
    readonly connectionString: string,
    readonly all: readonly [Node, Node],
    private readonly fate: { present: Fate },
  ) {}

  static open(connectionString: string): Nodes {
    const nobody: Fate = {
      now: () => {
        throw new Error('no simulation runs')
      },
      newId: () => {
        throw new Error('no simulation runs')
      },
    }
    const fate = { present: nobody }
    return new Nodes(
      connectionString,
      [openNode(connectionString, fate, 0), openNode(connectionString, fate, 1)],
      fate,
    )
  }

  /** From now on time and ids are this simulation's. */
  follow(fate: Fate): void {
    this.fate.present = fate
  }

  /** Stops both, does something to their database, and starts them again in the same place. */
  async whileStopped(work: () => Promise<void>): Promise<void> {
    await this.close()
    await work()
    for (const [nth, node] of this.all.entries()) {
      Object.assign(node, openNode(this.connectionString, this.fate, nth))
    }
  }

  async close(): Promise<void> {
    for (const { deps } of this.all) {
      await deps.bus.close()
      await deps.hashing.close()
      await deps.db.destroy()
    }
  }
}

function openNode(connectionString: string, fate: { readonly present: Fate }, nth: number): Node {
  const log = createLogger('silent')
  const config = readConfig({ PUBLIC_URL, DEMO: '0' })
  const made = createDeps({
    config,
    db: openDatabase({ connectionString, max: 4, log }),
    connectionString: undefined,
    secret: SECRET,
    log,
    now: () => fate.present.now(nth),
  })
  const deps: Deps = {
    ...made,
    newId: () => fate.present.newId(),
    hashing: hashCheaply(made.hashing),
    authenticateDevice: async (all, c) =>
      admitDevice(all, JSON.parse(c.req.header(PROVEN_HEADER) ?? ''), c.get('now')),
    // Counted by the real clock, in which a simulated hour takes no time at all.
    limits: { spend: () => undefined, requireLeft: () => undefined },
  }
  const app = createApp(deps)
  return { deps, request: async (path, init) => app.request(path, init) }
}
