import { judgePunch } from './punches'
import { judgeAdmit, judgeExit, judgeWalkIn } from './admission'
import { judgeSignOff, judgeSignOn } from './sign-on'
import { judgeEarn } from './points'
import { judgeRedeem } from './redeem'
import { judgeStamp } from './stamps'
import { judgeVoid } from './void'
import type { World } from './facts'
import type { Judgement, JudgeInput } from './judgement'
import { jobOf } from './op'
import { ACCEPTED, rejected } from './verdict'

/**
 * The verdict on one operation and what it changes. Pure: the same facts give the same answer on
 * the tablet (advisory) and on the server (authority). The world is not changed; that is
 * `applyJudgement`' part.
 */
export function judge(world: World, input: JudgeInput): Judgement {
  const job = jobOf(input.op.kind)
  if (job !== undefined && input.by.type === 'device' && !input.by.jobs.includes(job)) {
    return { verdict: rejected('JOB_NOT_ALLOWED'), effects: [] }
  }
  const { op } = input
  switch (op.kind) {
    case 'staff.sign_on':
      return judgeSignOn(world, input, op.data)
    case 'staff.sign_off':
      return judgeSignOff(world, input)
    case 'loyalty.stamp':
      return judgeStamp(world, input, op.data.count ?? 1)
    case 'clock.in':
      return judgePunch(world, input, 'in')
    case 'clock.out':
      return judgePunch(world, input, 'out')
    case 'clock.break_start':
      return judgePunch(world, input, 'break_start')
    case 'clock.break_end':
      return judgePunch(world, input, 'break_end')
    case 'loyalty.earn':
      return judgeEarn(world, input, op.data)
    case 'loyalty.redeem':
      return judgeRedeem(world, input, op.data.reward_id)
    case 'ticket.admit':
      return judgeAdmit(world, input, op.data)
    case 'ticket.exit':
      return judgeExit(world, input, op.data)
    case 'ticket.walk_in':
      return judgeWalkIn(world, input, op.data)
    case 'op.void':
      return judgeVoid(world, input, op.data.op_id)
    case 'device.lost':
      return { verdict: ACCEPTED, effects: [{ type: 'seqs_lost', ...op.data }] }
  }
}
