import { ProblemError } from '../../problem-error'
import { FIRST_LIFE } from '../life'
import type { Batch } from './batch'
import type { Beat } from './beat'

/**
 * The lane is also where a revocation passes: whoever was revoked before gets nothing in. After a
 * restore (`life`) there may have been tablets and pairings that are forgotten.
 * @throws ProblemError TERMINAL_DEVICE_REVOKED, TOKEN_INVALID, NOT_FOUND, BATCH_MALFORMED
 */
export function requireSender(
  { sender, stream, recovered }: Batch,
  facts: Pick<Beat, 'sender_incarnation' | 'device'>,
  life: number,
): void {
  if (sender.type !== 'device') return
  if (facts.sender_incarnation === null) {
    throw new ProblemError('TERMINAL_DEVICE_REVOKED', 'This tablet was revoked in the console.')
  }
  if (facts.sender_incarnation !== sender.incarnation) {
    throw new ProblemError('TOKEN_INVALID', 'This pairing was replaced by a newer one.')
  }
  if (!recovered) return
  if (facts.device === null && life === FIRST_LIFE) {
    throw new ProblemError('NOT_FOUND', 'There was no such tablet here.')
  }
  // Pairings since the restore are numbered from its life on: below it are forgotten ones.
  const highest = Math.max(facts.device?.incarnation ?? FIRST_LIFE, life - 1)
  if ((stream?.incarnation ?? 0) > highest) {
    throw new ProblemError('BATCH_MALFORMED', 'That tablet was not paired so often.')
  }
}
