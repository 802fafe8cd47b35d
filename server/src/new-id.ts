import { randomFillSync } from 'node:crypto'
import type { Id } from '@counterfoil/domain'
import { v7 } from 'uuid'

const RANDOM = 16
/** Asking the system for random bytes costs the same however many they are. */
const POOL = 512 * RANDOM
/** Room enough that counting on from a start below it never ends within a millisecond. */
const HIGHEST_START = 0x7f_ff_ff_ff

/** Makes UUIDv7: ascending within the process, random as those of `uuid`. */
export function createNewId(now: () => number = Date.now): () => Id {
  const pool = new Uint8Array(POOL)
  let used = POOL
  let msecs = -Infinity
  let seq = 0
  return () => {
    if (used === POOL) {
      randomFillSync(pool)
      used = 0
    }
    const random = pool.subarray(used, used + RANDOM)
    used += RANDOM
    const present = now()
    if (present > msecs) {
      msecs = present
      seq = new DataView(random.buffer, random.byteOffset).getUint32(6) & HIGHEST_START
    } else seq += 1
    return v7({ random, msecs, seq })
  }
}
