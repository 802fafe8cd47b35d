import { type OpBody, readTicketToken, type Verdict } from '@counterfoil/domain'
import { OP_TABLES, previewOp, readTicket } from '@counterfoil/sync'
import { getMeta } from '../../db/database'
import { reopening } from '../../db/opening'
import type { DoorDeed } from '../../door-desk'
import type { Outcome } from '../../kiosk'
import { sha256 } from '../../net/base64url'
import { commit, type OpenDraft } from '../commit'
import { currentSignOn } from '../current-sign-on'
import { decided } from '../stamp'
import type { Tablet } from '../tablet'
import { verifySignature } from './verify'

/** Writes what was done at the door and says what came of it. */
export async function act(tablet: Tablet, deed: DoorDeed): Promise<Outcome> {
  const committed = await commit(tablet, await draftOf(tablet, deed))
  if (committed.kind === 'not_saved') return committed
  return decided(tablet, committed.row, committed.verdict, null)
}

/** What this tablet would say now; nothing is kept. */
export async function preview(tablet: Tablet, deed: DoorDeed): Promise<Verdict> {
  const { db } = tablet
  const open = await draftOf(tablet, deed)
  const now = { id: tablet.newId(), at: tablet.wall(), offset_ms: tablet.offset() }
  return reopening(db, () =>
    db.transaction('r', OP_TABLES, async () => {
      const identity = await getMeta(db, 'identity')
      if (identity === undefined) throw new Error('not paired')
      return previewOp(db, identity, { ...open, ...now })
    }),
  )
}

async function draftOf(tablet: Tablet, deed: DoorDeed): Promise<OpenDraft> {
  const signedOn = await currentSignOn(tablet, 'door')
  const base = { body: bodyOf(deed), sign_on: signedOn?.op_id ?? null }
  if (deed.kind === 'walk_in') return { ...base, subject: null }
  const { token, name } = deed.ticket
  if (readTicketToken(token) === undefined) return { ...base, subject: name }
  // Outside of any transaction: a signature takes its time.
  const token_hash = await sha256(token)
  const ticket = await readTicket(tablet.db, token, token_hash, verifySignature)
  const known = ticket === undefined ? {} : { ticket }
  return { ...base, subject: name, token_hash, ...known }
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
