import type { LocalTables } from '@counterfoil/sync'
import type { Dice } from './dice'
import { copyDisk, type Disk, emptyDisk, tablesOf } from './memory-tables'
import type { Schedule } from './schedule'

/** Whether the page that asked still lives. */
export type Alive = () => boolean

/**
 * A tablet's storage with the promises that IndexedDB makes: transactions one after the other, all
 * of it or nothing, on disk before it is told. A page that dies meanwhile may have written or not.
 */
export class Storage {
  disk: Disk = emptyDisk()
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    readonly schedule: Schedule,
    readonly dice: Dice,
  ) {}

  /** @returns a promise that settles only while the page lives */
  write<T>(alive: Alive, work: (tables: LocalTables) => Promise<T>): Promise<T> {
    return this.#inTurn(alive, async () => {
      const base = this.disk
      const draft = copyDisk(base)
      const result = await work(tablesOf(draft))
      await this.schedule.sleep(this.dice.between(0, 8))
      // Cleared or put back meanwhile: the transaction went with what it stood on.
      const stands = this.disk === base && (alive() || this.dice.chance(0.5))
      if (stands) this.disk = draft
      else if (alive()) throw new Error('the storage was taken away')
      return result
    })
  }

  read<T>(alive: Alive, work: (disk: Disk) => T): Promise<T> {
    return this.#inTurn(alive, async () => work(this.disk))
  }

  #inTurn<T>(alive: Alive, work: () => Promise<T>): Promise<T> {
    const before = this.#last
    return new Promise((resolve, reject) => {
      const take = async (): Promise<void> => {
        await before
        if (!alive()) return
        try {
          const result = await work()
          if (alive()) resolve(result)
        } catch (error) {
          if (alive()) reject(error)
        }
      }
      this.#last = take()
    })
  }
}
