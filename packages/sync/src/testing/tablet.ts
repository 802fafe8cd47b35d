import { createEngine, type Engine } from '../engine'
import type { Health, Ports, Replica } from '../ports'
import type { StopCode } from '../push-outcome'
import { FakeTime } from './fake-time'
import { MemoryOutbox } from './memory-outbox'
import { Network } from './network'
import { ReferenceServer } from './reference-server'

const HEALTH: Health = {
  app_version: '1.0.0',
  storage_persisted: true,
  storage_used_bytes: 1,
  storage_quota_bytes: 2,
}

/** A replica that only remembers where it is. */
class MemoryReplica implements Replica {
  at: string | null = null
  caughtUpTo = -1
  readonly cursor = async (): Promise<string | null> => this.at
  readonly apply = async ({ cursor }: { readonly cursor: string }): Promise<void> => {
    this.at = cursor
  }
  readonly mark = async (): Promise<number> => this.caughtUpTo + 1
  readonly caughtUp = async (mark: number): Promise<void> => {
    this.caughtUpTo = mark
  }
}

/** One engine with everything around it, in time that a test turns by hand. */
export class Tablet {
  readonly time = new FakeTime()
  readonly server = new ReferenceServer(this.time.trueNow)
  readonly network = new Network(this.server, this.time)
  readonly outbox = new MemoryOutbox(this.time.wall)
  readonly replica = new MemoryReplica()
  readonly stops: StopCode[] = []
  engine: Engine

  constructor(
    readonly random: () => number = () => 0.5,
    readonly maxOps = 500,
  ) {
    this.engine = this.#boot()
  }

  #boot(): Engine {
    const ports: Ports = {
      outbox: this.outbox,
      replica: this.replica,
      transport: this.network,
      clock: this.time,
      timers: this.time,
      random: this.random,
      health: async () => HEALTH,
    }
    const engine = createEngine(ports, {
      limits: { max_ops: this.maxOps, max_bytes: 1024 * 1024 },
      onStop: (code) => this.stops.push(code),
    })
    engine.start()
    return engine
  }

  /** A second page on the same storage, beside the first. */
  async restartBeside(): Promise<void> {
    this.engine = this.#boot()
    await this.time.advance(0)
  }

  /** The page dies with all its promises and comes back; what was stored is still there. */
  async restart(): Promise<void> {
    this.engine.stop()
    this.time.dropAlarms()
    this.engine = this.#boot()
    await this.time.advance(0)
  }
}
