/** Lets only so many pieces of work per key run at a time, in order of arrival. */
export interface LaneQueue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Once it is the work's turn under every one of the keys. */
  runAll<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>
}

/**
 * For work that must not run side by side too often: guesses at one person's PIN, verifications of
 * whole ledgers. Batches wait at the lane's desk instead (`lane-desk.ts`).
 */
export function createLaneQueue(atOnce: number): LaneQueue {
  const lanes = new Map<string, { running: number; waiting: (() => void)[] }>()
  const enter = async (key: string): Promise<void> => {
    const lane = lanes.get(key) ?? { running: 0, waiting: [] }
    lanes.set(key, lane)
    if (lane.running < atOnce) {
      lane.running += 1
      return
    }
    // Whoever leaves hands its place over.
    await new Promise<void>((resolve) => lane.waiting.push(resolve))
  }
  const leave = (key: string): void => {
    const lane = lanes.get(key)
    if (lane === undefined) return
    const next = lane.waiting.shift()
    if (next !== undefined) return next()
    lane.running -= 1
    if (lane.running === 0) lanes.delete(key)
  }
  const run = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    await enter(key)
    try {
      return await work()
    } finally {
      leave(key)
    }
  }
  return {
    run,
    // Everybody takes their keys in the same order, so that no two wait for each other.
    runAll: (keys, work) =>
      [...new Set(keys)].toSorted().reduceRight((inner, key) => () => run(key, inner), work)(),
  }
}
