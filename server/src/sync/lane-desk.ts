/** Where work for a lane waits, so that whatever waits when the lane is free is taken at once. */
export interface LaneDesk<Turn, Outcome> {
  /** Resolves with the turn's own outcome; rejects with the error of the work it was part of. */
  take(key: string, turn: Turn): Promise<Outcome>
}

export interface LaneDeskOptions<Turn, Outcome> {
  /**
   * One outcome for each turn, in their order.
   * @param letNext may be called once only the end is left, which others may wait for elsewhere:
   *   the next work begins then
   */
  readonly work: (
    turns: readonly [Turn, ...Turn[]],
    letNext: () => void,
  ) => Promise<readonly Outcome[]>
  /**
   * Whether one more may be part of the same work.
   * @param left those before it in the line that may not: it would overtake them
   */
  readonly fits: (
    together: readonly [Turn, ...Turn[]],
    next: Turn,
    left: readonly Turn[],
  ) => boolean
}

interface Waiting<Turn, Outcome> {
  readonly turn: Turn
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

/**
 * One piece of work at a time for each key, but for its end (`letNext`). A turn that finds nobody there begins at once; those
 * that come meanwhile wait and go together, in order of arrival, as far as they fit. Turns wait
 * here and not each with a connection in hand: a crowd at one merchant's lane must not keep
 * everybody else from the database.
 */
export function createLaneDesk<Turn, Outcome>({
  work,
  fits,
}: LaneDeskOptions<Turn, Outcome>): LaneDesk<Turn, Outcome> {
  const lanes = new Map<string, Waiting<Turn, Outcome>[]>()
  const next = (key: string, waiting: Waiting<Turn, Outcome>[]): void => {
    const together = takeTogether(waiting, fits)
    if (together === undefined) return void lanes.delete(key)
    const [first, ...rest] = together
    let left = false
    const leave = (): void => {
      if (left) return
      left = true
      next(key, waiting)
    }
    work([first.turn, ...rest.map(({ turn }) => turn)], leave)
      .then((outcomes) => settle(together, outcomes))
      .catch((error: unknown) => together.forEach(({ reject }) => reject(error)))
      .finally(leave)
  }
  return {
    take: (key, turn) =>
      new Promise((resolve, reject) => {
        const waiting = lanes.get(key)
        if (waiting !== undefined) return void waiting.push({ turn, resolve, reject })
        const line = [{ turn, resolve, reject }]
        lanes.set(key, line)
        next(key, line)
      }),
  }
}

function settle<Turn, Outcome>(
  together: readonly Waiting<Turn, Outcome>[],
  outcomes: readonly Outcome[],
): void {
  // Else somebody would wait for ever.
  if (outcomes.length !== together.length) throw new Error('one outcome for each turn')
  for (const [index, outcome] of outcomes.entries()) together[index]?.resolve(outcome)
}

/** Takes the first out of the line, and those behind it that fit. */
function takeTogether<Turn, Outcome>(
  waiting: Waiting<Turn, Outcome>[],
  fits: LaneDeskOptions<Turn, Outcome>['fits'],
): [Waiting<Turn, Outcome>, ...Waiting<Turn, Outcome>[]] | undefined {
  const first = waiting.shift()
  if (first === undefined) return undefined
  const together: [Waiting<Turn, Outcome>, ...Waiting<Turn, Outcome>[]] = [first]
  const turns: [Turn, ...Turn[]] = [first.turn]
  const left: Turn[] = []
  for (const one of waiting.splice(0)) {
    if (fits(turns, one.turn, left)) {
      together.push(one)
      turns.push(one.turn)
    } else {
      waiting.push(one)
      left.push(one.turn)
    }
  }
  return together
}
