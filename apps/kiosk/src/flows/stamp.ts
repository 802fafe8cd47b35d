import { type Id, plus, type Verdict } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { cardState, effectsOn } from '@counterfoil/sync'
import type { OutboxRow } from '../db/rows'
import { type Decided, type IdentifiedCard, type Outcome, UNDO_MS } from '../kiosk'
import { sha256 } from '../net/base64url'
import { commit } from './commit'
import { currentSignOn } from './current-sign-on'
import { serverNow, type Tablet } from './tablet'

/** Writes one stamp and says what came of it. */
export async function stamp(tablet: Tablet, identified: IdentifiedCard): Promise<Outcome> {
  const { token, card } = identified
  const [signedOn, token_hash] = await Promise.all([
    currentSignOn(tablet, 'loyalty'),
    sha256(token),
  ])
  const committed = await commit(tablet, {
    body: { kind: 'loyalty.stamp', data: { card_token: token } },
    sign_on: signedOn?.op_id ?? null,
    subject: card === null ? null : `••${card.number_end}`,
    token_hash,
  })
  if (committed.kind === 'not_saved') return committed
  return decided(tablet, committed.row, committed.verdict, card?.id ?? null)
}

/** What to show: the server's word if there is one, else the tablet's own. */
export async function decided(
  tablet: Tablet,
  row: OutboxRow,
  final: WireVerdict | null,
  cardId: Id | null,
): Promise<Decided> {
  const verdict = final === null ? row.local.verdict : readFinal(final)
  const undoable = verdict.status === 'accepted' && row.kind === 'loyalty.stamp'
  return {
    kind: 'decided',
    op_id: row.id,
    verdict,
    by: final === null ? 'tablet' : 'server',
    pending: final === null && row.local.pending,
    stamps: await stampsAfter(tablet, verdict, cardId),
    undo_until: undoable ? plus(serverNow(tablet), UNDO_MS) : null,
  }
}

function readFinal({ status, code, detail }: WireVerdict): Verdict {
  return status === 'accepted'
    ? { status, code: null, detail }
    : { status, code: code ?? 'OP_MALFORMED', detail }
}

async function stampsAfter(
  { db }: Tablet,
  { detail }: Verdict,
  cardId: Id | null,
): Promise<number | null> {
  if (typeof detail['stamps'] === 'number') return detail['stamps']
  const card = cardId === null ? undefined : await db.cards.get(cardId)
  return card === undefined ? null : cardState(card, await effectsOn(db, card.id)).total
}
