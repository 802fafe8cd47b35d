/**
 * Marks on the browser's own time line, for diagnostics and for a benchmark to read:
 * `counterfoil:frame` (a picture with a fresh code was taken), `counterfoil:signal` (tick and flash
 * are out) and `counterfoil:answer` (the first screen that answers it is painted). Each mark's
 * `detail.scan` numbers the showing; the measures run from the frame.
 */
export interface ScanTimes {
  /** Milliseconds, the latest last. */
  readonly decode: readonly number[]
  readonly signal: readonly number[]
  readonly answer: readonly number[]
}

export const NO_TIMES: ScanTimes = { decode: [], signal: [], answer: [] }

const KEPT = 200

export function addTime(times: readonly number[], ms: number): readonly number[] {
  return [...times.slice(1 - KEPT), ms]
}

/**
 * The nearest-rank percentile of a list, or `null` of an empty one.
 * @param share 0.5 is the median
 */
export function percentile(times: readonly number[], share: number): number | null {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/** A tablet runs for months; its time line keeps the marks of this many showings at most. */
const MARKED = 1_000

export function markFrame(scan: number, at: number): void {
  if (scan % MARKED === 0) {
    performance.clearMarks()
    performance.clearMeasures()
  }
  performance.mark('counterfoil:frame', { startTime: at, detail: { scan } })
}

/** @returns milliseconds since the frame */
export function markSince(step: 'signal' | 'answer', scan: number, frameAt: number): number {
  const end = performance.now()
  performance.mark(`counterfoil:${step}`, { startTime: end, detail: { scan } })
  performance.measure(`counterfoil:frame-to-${step}`, {
    start: frameAt,
    end,
    detail: { scan },
  })
  return end - frameAt
}

/** Calls back right after the next picture of the page has been painted. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      then()
    })
    port1.start()
    port2.postMessage(null)
  })
}
