import { checkCard } from './card-check'
import { dayBounds } from './day'
import type { World } from './facts'
import type { Judgement, JudgeInput } from './judgement'
import type { ProgramFact, StampFact } from './loyalty-facts'
import { type DurationMs, type EpochMs, durationMs, formatInstant, MINUTE, plus } from './time'
import { ACCEPTED, rejected, type Verdict } from './verdict'

/**
 * a stamp needs the cooldown between itself and every stamp that counts on the card,
 * earlier or later (late arrivals meet newer ones). At exactly the cooldown's distance it is free.
 *
 * @returns the first time from `at` on at which a stamp would be free, or `undefined` when `at` is
 */
export function cooldownRetryAt(
  stamps: readonly StampFact[],
  at: EpochMs,
  cooldown: DurationMs,
): EpochMs | undefined {
  let free = at
  for (const stamp of stamps.toSorted((a, b) => a.at - b.at)) {
    if (Math.abs(free - stamp.at) < cooldown) free = plus(stamp.at, cooldown)
  }
  return free === at ? undefined : free
}

/** stamps that count in `[from, until)`. */
export function stampsWithin(stamps: readonly StampFact[], from: EpochMs, until: EpochMs): number {
  return stamps.reduce((sum, { at, count }) => (at >= from && at < until ? sum + count : sum), 0)
}

/** how a total shows on a card: full sets are rewards, the rest is on the card. */
export function cardProgress(
  total: number,
  required: number,
): { readonly on_card: number; readonly full_sets: number } {
  return { on_card: total % required, full_sets: Math.floor(total / required) }
}

/** Judges `loyalty.stamp`: what a card needs, cooldown, daily limit. */
export function judgeStamp(world: World, input: JudgeInput, count: number): Judgement {
  const carried = checkCard(world, input, ['stamps'])
  if (carried.refusal !== undefined) return { verdict: carried.refusal, effects: [] }
  const { card, program } = carried
  const verdict = checkWindows(world.stamps.get(card.id) ?? [], program, input, count)
  if (verdict.status === 'rejected') return { verdict, effects: [] }
  const stamps = (world.totals.get(card.id) ?? 0) + count
  return {
    verdict: { ...ACCEPTED, detail: { stamps, stamps_required: program.stamps_required } },
    effects: [
      {
        type: 'stamp',
        card_id: card.id,
        stamp: { op_id: input.op.id, at: input.occurred_at, count },
      },
    ],
  }
}

function checkWindows(
  stamps: readonly StampFact[],
  program: ProgramFact,
  { occurred_at, store }: JudgeInput,
  count: number,
): Verdict {
  const retryAt = cooldownRetryAt(
    stamps,
    occurred_at,
    durationMs(program.cooldown_minutes * MINUTE),
  )
  if (retryAt !== undefined) {
    return rejected('STAMP_COOLDOWN', { retry_at: formatInstant(retryAt) })
  }
  const { from, until } = dayBounds(occurred_at, store.time_zone)
  if (stampsWithin(stamps, from, until) + count > program.daily_limit) {
    return rejected('STAMP_DAILY_LIMIT', {
      limit: program.daily_limit,
      retry_at: formatInstant(until),
    })
  }
  return ACCEPTED
}
