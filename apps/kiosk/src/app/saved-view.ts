import type { Id } from '@counterfoil/domain'
import type { QueueEntry } from '../kiosk'

/** An operation on screen: whose word it was, and whether that was a no. */
export interface Said {
  readonly op_id: Id
  readonly by: 'server' | 'tablet'
  readonly refused: boolean
}

/**
 * How sure an answer is. A yes is `saved` until it is `confirmed`; a no is `unchecked` until it is
 * `checked`; `refused` and `allowed` say that the server turned it round.
 */
export type Sureness = 'saved' | 'confirmed' | 'refused' | 'unchecked' | 'checked' | 'allowed'

/** @param known what the queue knows of the operation by now */
export function surenessOf(said: Said, known: QueueEntry['state'] | null): Sureness {
  if (said.by === 'server') return said.refused ? 'checked' : 'confirmed'
  if (known === 'confirmed') return said.refused ? 'allowed' : 'confirmed'
  if (known === 'refused') return said.refused ? 'checked' : 'refused'
  return said.refused ? 'unchecked' : 'saved'
}
