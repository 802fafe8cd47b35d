import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loaded before a server: its clock is the machine's and the milliseconds that stand in a file. */
const SHIFTED = `
import { readFileSync } from 'node:fs'
const Real = Date
const now = () => Real.now() + Number(readFileSync(process.env.TEST_CLOCK, 'utf8'))
globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now()], made),
  apply: () => new Real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})`

/** The clock of a server that a test sets, so that a whole day takes no longer than its touches. */
export class ServerClock {
  private constructor(readonly folder: string) {}

  /** @param at RFC 3339; time goes on from there */
  static async at(at: string): Promise<ServerClock> {
    const clock = new ServerClock(await mkdtemp(join(tmpdir(), 'counterfoil-clock-')))
    await clock.set(at)
    return clock
  }

  /** What a server that goes by it is started with. */
  get env(): Readonly<Record<string, string>> {
    const code = `data:text/javascript,${encodeURIComponent(SHIFTED)}`
    return { NODE_OPTIONS: `--import "${code}"`, TEST_CLOCK: this.#file }
  }

  get #file(): string {
    return join(this.folder, 'shift')
  }

  async set(at: string): Promise<void> {
    const next = join(this.folder, 'next')
    await writeFile(next, `${Date.parse(at) - Date.now()}`)
    // In one go: a server that read half a number would be at another time.
    await rename(next, this.#file)
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}
