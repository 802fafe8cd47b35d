import type { VerdictCode } from '@counterfoil/domain'
import { type Format, type KioskMessages, verdictDetailText } from '@counterfoil/messages'
import type { DoorDeed, DoorTicket } from '../../door-desk'
import type { Decided } from '../../kiosk'
import type { Said } from '../saved-view'
import { type Sign, verdictView } from '../verdict-view'
import { placesLeft } from './door-people'
import type { DoorResult } from './door-state'

/** What a verdict of the door consists of; colour, shape and word always say the same. */
export interface DoorView {
  readonly tone: 'ok' | 'warn' | 'stop' | 'info'
  readonly sign: Sign | DoorSign
  readonly word: string
  /** Whose ticket it is; `null` without one. */
  readonly name: string | null
  /** The one fact that matters, large. */
  readonly fact: string | null
  readonly second: string | null
  readonly said: Said | null
}

export type DoorSign =
  | 'in'
  | 'out'
  | 'guests'
  | 'already'
  | 'forged'
  | 'revoked'
  | 'other_show'
  | 'unconfirmed'
  | 'not_inside'
  | 'full'
  | 'closed'
  | 'not_listed'

type Look = readonly [tone: DoorView['tone'], sign: DoorView['sign']]

/** Each reason a look of its own. Yellow: a person can sort it out here. Red: nobody goes in. */
const LOOKS: Readonly<Partial<Record<VerdictCode, Look>>> = {
  TICKET_UNKNOWN: ['stop', 'not_listed'],
  TICKET_FORGED: ['stop', 'forged'],
  TICKET_REVOKED: ['stop', 'revoked'],
  TICKET_WRONG_PERFORMANCE: ['stop', 'other_show'],
  TICKET_UNCONFIRMED: ['warn', 'unconfirmed'],
  TICKET_ALREADY_ADMITTED: ['warn', 'already'],
  TICKET_NOT_INSIDE: ['warn', 'not_inside'],
  PERFORMANCE_FULL: ['stop', 'full'],
  PERFORMANCE_NOT_OPEN: ['warn', 'closed'],
  SIGN_ON_EXPIRED: ['warn', 'pin'],
  SIGN_ON_MISSING: ['warn', 'pin'],
  VOID_TOO_LATE: ['warn', 'later'],
  VOID_ALREADY: ['warn', 'undone'],
}
const OTHER: Look = ['stop', 'no']
/** There is room, but not for so many. */
const NOT_ALL: Look = ['warn', 'full']

/** Turns a result into words. Pure: `now` is by the server's clock. */
export function doorView(
  result: DoorResult,
  t: KioskMessages,
  format: Format,
  now: number,
): DoorView {
  switch (result.kind) {
    case 'plain':
      return { ...verdictView(result.result, t, format, now), name: null }
    case 'deed':
      return deedView(result.deed, result.outcome, t, format, now)
    case 'undo':
      return undoView(result, t, format, now)
  }
}

const ticketIn = (deed: DoorDeed | null): DoorTicket | null =>
  deed === null || deed.kind === 'walk_in' ? null : deed.ticket

function deedView(
  deed: DoorDeed,
  outcome: Decided,
  t: KioskMessages,
  format: Format,
  now: number,
): DoorView {
  if (outcome.verdict.status === 'rejected') return refusedView(deed, outcome, t, format, now)
  const words = t.door.verdict
  const said = { op_id: outcome.op_id, by: outcome.by, refused: false }
  const inside = numberIn(outcome, 'inside')
  const house = inside === null ? null : words.inside({ inside })
  if (deed.kind === 'walk_in') {
    const fact = words.guests({ people: deed.people })
    return {
      tone: 'ok',
      sign: 'guests',
      word: words.come_in,
      name: null,
      fact,
      second: house,
      said,
    }
  }
  const name = nameOf(deed.ticket, t)
  if (deed.kind === 'exit') {
    return { tone: 'info', sign: 'out', word: words.goodbye, name, fact: null, second: house, said }
  }
  const party = numberIn(outcome, 'party_size') ?? deed.ticket.party_size
  const admitted = numberIn(outcome, 'admitted') ?? deed.people
  return {
    tone: 'ok',
    sign: 'in',
    word: words.come_in,
    name,
    fact: words.party({ admitted, party }),
    second: !deed.ticket.listed && outcome.by === 'tablet' ? words.unlisted : house,
    said,
  }
}

function nameOf({ name }: DoorTicket, t: KioskMessages): string {
  return name ?? t.door.verdict.unlisted_name
}

function numberIn({ verdict }: Decided, name: string): number | null {
  const value = verdict.detail[name]
  return typeof value === 'number' ? value : null
}

function refusedView(
  deed: DoorDeed | null,
  outcome: Decided,
  t: KioskMessages,
  format: Format,
  now: number,
): DoorView {
  const { verdict, op_id, by, pending } = outcome
  const { code } = verdict
  const left = code === 'PERFORMANCE_FULL' ? placesLeft(verdict.detail) : 0
  const notAll = left > 0
  const [tone, sign] = notAll ? NOT_ALL : ((code === null ? undefined : LOOKS[code]) ?? OTHER)
  // A newer server may know reasons that this version has no words for.
  const text = code === null ? undefined : t.verdicts.codes[code]
  const ticket = ticketIn(deed)
  const sentence = text?.sentence({ ...verdictDetailText(verdict.detail, format, now), left })
  return {
    tone,
    sign,
    word: notAll ? t.door.verdict.not_all : (text?.headline ?? t.verdicts.other.headline),
    name: code === 'TICKET_FORGED' ? null : (ticket?.name ?? null),
    fact: partyOf(outcome, t),
    second: [
      code === 'TICKET_WRONG_PERFORMANCE'
        ? otherShow(ticket, t, format, now)
        : (sentence ?? t.verdicts.other.sentence),
      ...(pending ? [t.door.verdict.maybe_elsewhere] : []),
    ].join(' '),
    said: { op_id, by, refused: true },
  }
}

/** Of a party that is partly in, how much. */
function partyOf(outcome: Decided, t: KioskMessages): string | null {
  const party = numberIn(outcome, 'party_size')
  const admitted = numberIn(outcome, 'admitted')
  if (outcome.verdict.code !== 'TICKET_ALREADY_ADMITTED' || party === null || party < 2) return null
  return t.door.verdict.of_party({ admitted: admitted ?? party, party })
}

function otherShow(
  ticket: DoorTicket | null,
  t: KioskMessages,
  format: Format,
  now: number,
): string {
  const show = ticket?.performance ?? null
  if (show === null) return t.door.verdict.other_unknown
  return t.door.verdict.is_for({ title: show.title, when: format.dateTime(show.starts_at, now) })
}

function undoView(
  { deed, outcome }: Extract<DoorResult, { kind: 'undo' }>,
  t: KioskMessages,
  format: Format,
  now: number,
): DoorView {
  if (outcome.verdict.status === 'rejected') return refusedView(deed, outcome, t, format, now)
  const ticket = ticketIn(deed)
  return {
    tone: 'info',
    sign: 'undone',
    word: t.verdicts.accepted['op.void'],
    name: ticket === null ? null : nameOf(ticket, t),
    fact: null,
    second: deed?.kind === 'exit' ? t.door.verdict.undone_out : t.door.verdict.undone_in,
    said: { op_id: outcome.op_id, by: outcome.by, refused: false },
  }
}
