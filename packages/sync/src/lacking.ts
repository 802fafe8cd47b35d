import { MINUTE, type SeqRange } from '@counterfoil/domain'
import type { Clock, Stream } from './ports'

/** What the server says it has of one stream. */
export interface Received {
  readonly last_seq: number
  readonly missing: readonly SeqRange[]
}

/**
 * Numbers to send again. Without holes: everything above `last_seq` that the server had already
 * answered (it was restored from a backup). With holes: those, and the highest it ever answered,
 * for it does not say where its own numbers end; that one makes it name what lies between.
 */
export function lackingRanges(server: Received, highestAnswered: number): readonly SeqRange[] {
  const last = server.missing.at(-1)
  if (last === undefined) {
    return highestAnswered > server.last_seq ? [[server.last_seq + 1, highestAnswered]] : []
  }
  const top: SeqRange[] = highestAnswered > last[1] ? [[highestAnswered, highestAnswered]] : []
  return [...server.missing, ...top]
}

/** A server that goes on lacking what it was just sent again is not asked about it all the time. */
const PATIENCE = 10 * MINUTE

/** Lets the same gap be filled once in ten minutes; a parked operation leaves one that stays. */
export class HealingPatience {
  readonly #last = new Map<string, { readonly gap: string; readonly at: number }>()

  constructor(readonly clock: Clock) {}

  allows(stream: Stream, { last_seq, missing }: Received, lacking: readonly SeqRange[]): boolean {
    const key = JSON.stringify(stream)
    if (lacking.length === 0) {
      this.#last.delete(key)
      return false
    }
    const gap = JSON.stringify([last_seq, missing])
    const now = this.clock.monotonic()
    const last = this.#last.get(key)
    if (last?.gap === gap && now - last.at < PATIENCE) return false
    this.#last.set(key, { gap, at: now })
    return true
  }
}
