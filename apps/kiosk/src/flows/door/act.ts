import type { OpBody, Verdict } from '@counterfoil/domain'
import { OP_TABLES, previewOp } from '@counterfoil/sync'
import { getMeta } from '../../db/database'
import { reopening } from '../../db/opening'
import type { DoorDeed } from '../../door-desk'
import type { Outcome, SignedOn } from '../../kiosk'
import { commit, type OpenDraft } from '../commit'
import { currentSignOn } from '../current-sign-on'
import { decided } from '../stamp'
import type { Tablet } from '../tablet'

/** Writes what was done at the door and says what came of it. */
export async function act(
  tablet: Tablet,
  deed: DoorDeed,
  known?: SignedOn | null,
): Promise<Outcome> {
  const signedOn = known === undefined ? await currentSignOn(tablet, 'door') : known
  const committed = await commit(tablet, draftOf(deed, signedOn))
  if (committed.kind === 'not_saved') return committed
  return decided(tablet, committed.row, committed.verdict, null)
}

/** What this tablet would say now; nothing is kept. */
export async function preview(tablet: Tablet, deed: DoorDeed): Promise<Verdict> {
  const { db } = tablet
  const open = draftOf(deed, await currentSignOn(tablet, 'door'))
  const now = { id: tablet.newId(), at: tablet.wall(), offset_ms: tablet.offset() }
  return reopening(db, () =>
    db.transaction('r', OP_TABLES, async () => {
      const identity = await getMeta(db, 'identity')
      if (identity === undefined) throw new Error('not paired')
      return previewOp(db, identity, { ...open, ...now })
    }),
  )
}

function draftOf(deed: DoorDeed, signedOn: SignedOn | null): OpenDraft {
  const base = { body: bodyOf(deed), sign_on: signedOn?.op_id ?? null }
  if (deed.kind === 'walk_in') return { ...base, subject: null }
  const { name, proof } = deed.ticket
  if (proof === null) return { ...base, subject: name }
  return { ...base, subject: name, token_hash: proof.token_hash, ticket: proof.reading }
}

function bodyOf(deed: DoorDeed): OpBody {
  const { performance_id } = deed
  switch (deed.kind) {
    case 'admit': {
      const { ticket, people: count } = deed
      return {
        kind: 'ticket.admit',
        data: { ticket_token: ticket.token, performance_id, count },
      }
    }
    case 'exit':
      return { kind: 'ticket.exit', data: { ticket_token: deed.ticket.token, performance_id } }
    case 'walk_in':
      return { kind: 'ticket.walk_in', data: { performance_id, count: deed.people } }
  }
}
