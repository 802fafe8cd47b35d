import { type Id, type OpBody, type OpKind, plus, type Verdict } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { cardState, effectsOn } from '@counterfoil/sync'
import type { OutboxRow } from '../db/rows'
import { type Decided, type IdentifiedCard, type Outcome, UNDO_MS } from '../kiosk'
import { sha256 } from '../net/base64url'
import { commit } from './commit'
import { currentSignOn } from './current-sign-on'
import { serverNow, type Tablet } from './tablet'

/** What may be undone from the screen. */
const UNDOABLE: ReadonlySet<OpKind> = new Set<OpKind>([
  'loyalty.stamp',
  'loyalty.earn',
  'loyalty.redeem',
  'ticket.admit',
  'ticket.exit',
  'ticket.walk_in',
])

function bodyOf({ token: card_token, deed, program }: IdentifiedCard): OpBody {
  switch (deed.kind) {
    case 'stamp':
      return { kind: 'loyalty.stamp', data: { card_token } }
    case 'earn': {
      const { amount_minor } = deed
      const currency = program?.currency ?? ''
      return { kind: 'loyalty.earn', data: { card_token, amount_minor, currency } }
    }
    case 'redeem':
      return { kind: 'loyalty.redeem', data: { card_token, reward_id: deed.reward.id } }
  }
}

/** Writes what is to be done with a card and says what came of it. */
export async function stamp(tablet: Tablet, identified: IdentifiedCard): Promise<Outcome> {
  const { token, card } = identified
  const [signedOn, token_hash] = await Promise.all([
    currentSignOn(tablet, 'loyalty'),
    sha256(token),
  ])
  const committed = await commit(tablet, {
    body: bodyOf(identified),
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
  const undoable = verdict.status === 'accepted' && UNDOABLE.has(row.kind)
  return {
    kind: 'decided',
    op_id: row.id,
    verdict,
    by: final === null ? 'tablet' : 'server',
    pending: final === null && row.local.pending,
    stamps: await stampsAfter(tablet, row.id, verdict, cardId),
    undo_until: undoable ? plus(serverNow(tablet), UNDO_MS) : null,
  }
}

/** The server's verdict as the screens show it. */
export function readFinal({ status, code, detail }: WireVerdict): Verdict {
  return status === 'accepted'
    ? { status, code: null, detail }
    : { status, code: code ?? 'OP_MALFORMED', detail }
}

/** What a refused operation did here may not have been taken back yet: it does not count. */
async function stampsAfter(
  { db }: Tablet,
  opId: Id,
  { status, detail }: Verdict,
  cardId: Id | null,
): Promise<number | null> {
  if (typeof detail['stamps'] === 'number') return detail['stamps']
  const card = cardId === null ? undefined : await db.cards.get(cardId)
  if (card === undefined) return null
  const effects = await effectsOn(db, card.id)
  const counting = effects.filter(({ op_id }) => status === 'accepted' || op_id !== opId)
  return cardState(card, counting).total
}
