import { closedPeriodOf } from './clock-facts'
import { checkUndoPeople } from './admission'
import { checkPrice, heldOn } from './redeem'
import { leaseMoved } from './room'
import { checkSignOn } from './sign-on'
import type { World } from './facts'
import type { Id } from './ids'
import type { Effect, Judgement, JudgeInput } from './judgement'
import { jobOf, type OpKind } from './op'
import { VOID_WINDOW } from './policy'
import type { Move, TargetFact } from './target-fact'
import type { EpochMs } from './time'
import { ACCEPTED, rejected, type Verdict } from './verdict'

const UNDOABLE: ReadonlySet<OpKind> = new Set<OpKind>([
  'loyalty.stamp',
  'clock.in',
  'clock.out',
  'clock.break_start',
  'clock.break_end',
  'loyalty.earn',
  'loyalty.redeem',
  'ticket.admit',
  'ticket.exit',
  'ticket.walk_in',
])

/**
 * Judges `op.void`: an accepted operation of the same store, at most 15 minutes old (at
 * exactly 15 it still may), not undone before. Undoing under the sign-on of the undone operation
 * outlives that sign-on's time to live; any other sign-on must carry it as ever.
 */
export function judgeVoid(world: World, input: JudgeInput, opId: Id): Judgement {
  const target = world.targets.get(opId)
  const refusal = checkTarget(target, input) ?? checkAuthor(world, input, target)
  if (refusal !== undefined) return { verdict: refusal, effects: [] }
  const moved = target?.moved ?? null
  if (target === undefined || moved === null) return { verdict: ACCEPTED, effects: [] }
  const spent = checkMoved(world, input, moved, target.occurred_at)
  if (spent !== undefined) return { verdict: spent, effects: [] }
  return { verdict: ACCEPTED, effects: undo(world, input, target, moved) }
}

function checkTarget(target: TargetFact | undefined, input: JudgeInput): Verdict | undefined {
  if (target === undefined || target.store_id !== input.store.id) return rejected('VOID_UNKNOWN')
  if (!UNDOABLE.has(target.kind) || target.status !== 'accepted') return rejected('VOID_UNKNOWN')
  if (target.voided) return rejected('VOID_ALREADY')
  const tooLate = input.occurred_at - target.occurred_at > VOID_WINDOW
  return tooLate ? rejected('VOID_TOO_LATE') : undefined
}

function checkAuthor(
  world: World,
  input: JudgeInput,
  target: TargetFact | undefined,
): Verdict | undefined {
  if (input.by.type === 'user') return undefined
  const own = target?.sign_on ?? null
  if (input.op.sign_on === undefined) return own === null ? undefined : rejected('SIGN_ON_MISSING')
  const job = target === undefined ? undefined : jobOf(target.kind)
  const refusal = checkSignOn(world, input, input.op.sign_on === own ? undefined : job)
  if (refusal !== undefined || target?.moved?.type !== 'punch') return refusal
  // Nobody takes back what another has told the clock.
  const person = world.sign_ons.get(input.op.sign_on)?.staff_id
  return person === target.moved.staff_id ? undefined : rejected('VOID_UNKNOWN')
}

/**
 * what has been redeemed since cannot be taken back (the redemption is undone first),
 * and who has left is not taken out of the house again.
 */
function checkMoved(
  world: World,
  input: JudgeInput,
  moved: Move,
  at: EpochMs,
): Verdict | undefined {
  switch (moved.type) {
    case 'stamps':
      return checkPrice(heldOn(world, moved.card_id), { points: 0, stamps: moved.count })
    case 'balance':
      return checkPrice(heldOn(world, moved.card_id), moved)
    case 'people':
      return checkUndoPeople(world, input, moved, at)
    case 'punch':
      // What is closed is not opened by an undo.
      return closedPeriodOf(world.closed_periods, at) && rejected('VOID_TOO_LATE')
  }
}

function undo(
  world: World,
  { by }: JudgeInput,
  { op_id, occurred_at: at }: TargetFact,
  moved: Move,
): Effect[] {
  switch (moved.type) {
    case 'stamps':
      return [{ type: 'stamp_voided', card_id: moved.card_id, op_id, count: moved.count }]
    case 'punch':
      return [{ type: 'punch_voided', staff_id: moved.staff_id, op_id }]
    case 'balance': {
      const { card_id, points, stamps } = moved
      return [{ type: 'card_move_voided', card_id, op_id, points, stamps }]
    }
    case 'people': {
      const { type: _, ...people } = moved
      const { performance_id } = people
      return [
        { type: 'people_voided', ...people, op_id, at },
        ...leaseMoved(world, by, performance_id, -people.people),
      ]
    }
  }
}
