import type { EpochMs } from '@counterfoil/domain'
import type { CoreFacts } from './facts'

/** Tells, for ops asked about in rising order of `seq`, when the one before occurred. */
export interface Timeline {
  /** Time of the op with the next lower number that is known by now. */
  previous(seq: number): EpochMs | undefined
  /** An op of this batch took its place; the first under a number has it. */
  add(seq: number, at: EpochMs): void
}

interface Moment {
  readonly seq: number
  readonly occurred_at: EpochMs
}

export function createTimeline({ owners, before }: CoreFacts): Timeline {
  const stored: Moment[] = [...(before ?? []), ...(owners ?? []).filter(({ timed }) => timed)]
  stored.sort((a, b) => a.seq - b.seq)
  let next = 0
  let last: Moment | undefined
  let current: Moment | undefined
  const settle = (moment: Moment | undefined): void => {
    if (moment !== undefined && (last === undefined || moment.seq > last.seq)) last = moment
  }
  return {
    previous: (seq) => {
      if (current !== undefined && current.seq < seq) settle(current)
      for (let moment = stored[next]; moment !== undefined && moment.seq < seq;) {
        settle(moment)
        next += 1
        moment = stored[next]
      }
      return last?.occurred_at
    },
    add: (seq, occurred_at) => {
      if (current === undefined || current.seq < seq) current = { seq, occurred_at }
    },
  }
}
