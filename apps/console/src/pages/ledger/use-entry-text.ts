import { SHEET_ENTRY_KINDS, type SheetEntryKind } from '@counterfoil/domain'
import type { KindName, VerdictMessages } from '@counterfoil/messages'
import type { LedgerEntry, Operation } from '@counterfoil/protocol'
import { useText } from '../../text'

type Names = LedgerEntry['names']

/** "••0071": enough to recognise a card by, no use for stamping. */
export function cardText(number: string | null): string | undefined {
  return number === null ? undefined : `••${number.replaceAll(/\s|-/g, '').slice(-4)}`
}

function isKind(kinds: VerdictMessages['kinds'], kind: string): kind is KindName {
  return Object.hasOwn(kinds, kind)
}

const REVIEW_KINDS = ['accept', 'void', 'dismiss'] as const

/** Which decision an entry of a review records. */
export function reviewKind(kind: string): (typeof REVIEW_KINDS)[number] | undefined {
  return REVIEW_KINDS.find((action) => kind === `review.${action}`)
}

/** What managers and people do about time sheets. */
function sheetKind(kind: string): SheetEntryKind | undefined {
  return SHEET_ENTRY_KINDS.find((one) => one === kind)
}

/** Names a kind of entry, as in a filter. */
export function useKindNoun(): (kind: string) => string {
  const { t } = useText()
  return (kind) => {
    const action = reviewKind(kind)
    if (action !== undefined) return t.console.ledger.review_nouns[action]
    const sheet = sheetKind(kind)
    if (sheet !== undefined) return t.console.ledger.sheet_kinds[sheet].noun
    return isKind(t.verdicts.kinds, kind) ? t.verdicts.kinds[kind].noun : kind
  }
}

function useDeedText() {
  const { t } = useText()
  const words = t.console.ledger
  return (kind: string, names: Names, count: number, points = false): string => {
    const card = cardText(names.card_number)
    const place = names.device_label ?? names.store_name ?? words.console
    if (!isKind(t.verdicts.kinds, kind)) return words.other_kind({ kind, place })
    const on = points ? words.points_on : words.stamp_on
    const ticket = names.ticket_name ?? undefined
    const undone = ticket ?? (card === undefined ? words.an_operation : on({ card }))
    const thing = kind.startsWith('ticket.') ? words.a_ticket : words.a_card
    return t.verdicts.kinds[kind].sentence({
      who: names.staff_name ?? names.user_name ?? words.someone,
      subject: kind === 'op.void' ? undone : (ticket ?? card ?? thing),
      place,
      count,
    })
  }
}

/** What an entry moved beside stamps, and what for: "Cake, −40 points". */
export function useMovedText(): (entry: LedgerEntry) => string | undefined {
  const { t, format } = useText()
  return ({ points = 0, names }) => {
    const sign = points < 0 ? '−' : '+'
    const number = `${sign}${format.number(Math.abs(points))}`
    const moved = points === 0 ? [] : [t.console.ledger.points_moved({ points: number })]
    const parts = names.reward_name === null ? moved : [names.reward_name, ...moved]
    return parts.length === 0 ? undefined : parts.join(', ')
  }
}

/** A ledger entry as a sentence: "Anna stamped card ••71 at Counter 1". */
export function useEntryText(): (entry: LedgerEntry) => string {
  const { t } = useText()
  const deed = useDeedText()
  const movedText = useMovedText()
  const words = t.console.ledger
  return (entry) => {
    const ofPoints = entry.points !== undefined
    const action = reviewKind(entry.kind)
    const sheet = sheetKind(entry.kind)
    if (sheet !== undefined) {
      const { staff_name, user_name, store_name } = entry.names
      const person = staff_name ?? words.someone
      const place = store_name ?? words.console
      return words.sheet_kinds[sheet].sentence({ who: user_name ?? words.someone, person, place })
    }
    if (action === undefined) {
      // How many a refused admission was about, its entry does not say.
      const least = entry.kind.startsWith('ticket.') ? 0 : 1
      const count = Math.max(least, Math.abs(entry.stamps), Math.abs(entry.people ?? 0))
      const sentence = deed(entry.kind, entry.names, count, ofPoints)
      const moved = movedText(entry)
      return moved === undefined ? sentence : `${sentence}: ${moved}`
    }
    const card = cardText(entry.names.card_number)
    const on = ofPoints ? words.points_on : words.stamp_on
    const what = entry.names.ticket_name ?? (card === undefined ? words.an_operation : on({ card }))
    return words.review_kinds[action]({ who: entry.names.user_name ?? words.someone, what })
  }
}

/** An operation as the sentence that its entry has. */
export function useOperationText(): (operation: Operation) => string {
  const deed = useDeedText()
  return ({ kind, names, data }) => deed(kind, names, countOf(kind, data))
}

function countOf(kind: string, data: Operation['data']): number {
  const number = (name: string) => (typeof data[name] === 'number' ? data[name] : 1)
  if (kind === 'device.lost') return number('to_seq') - number('from_seq') + 1
  return number('count')
}
