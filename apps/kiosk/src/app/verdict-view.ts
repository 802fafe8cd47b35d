import { cardProgress, type VerdictCode } from '@counterfoil/domain'
import { type Format, type KioskMessages, verdictDetailText } from '@counterfoil/messages'
import type { Decided, IdentifiedCard, SignedOn } from '../kiosk'
import type { NotOurs, Result } from './flow-state'
import type { Said } from './saved-view'

/** What a verdict screen consists of; colour, icon and word always say the same. */
export interface VerdictView {
  readonly tone: 'ok' | 'warn' | 'stop' | 'info'
  /** What the picture shows: the reason where there is one, not the colour once more. */
  readonly sign: Sign
  readonly word: string
  /** The one fact that matters, large. */
  readonly fact: string | null
  readonly second: string | null
  readonly stamps: {
    readonly filled: number
    readonly total: number
    readonly fresh: number
  } | null
  /** `null`: nothing was written down, so nothing is saved or confirmed. */
  readonly said: Said | null
}

export type Sign =
  | 'yes'
  | 'no'
  | 'later'
  | 'tomorrow'
  | 'code'
  | 'badge'
  | 'pin'
  | 'waits'
  | 'undone'

const PLAIN = { fact: null, second: null, stamps: null, said: null } as const

/** Turns a result into words. Pure: `now` is by the server's clock. */
export function verdictView(
  result: Result,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  const { verdict: words } = t.kiosk
  switch (result.kind) {
    case 'stamp':
      return stampView(result.card, result.outcome, t, format, now)
    case 'undo':
      return undoView(result, t, format, now)
    case 'signed_on': {
      const { name, until } = result.signed_on
      return {
        ...PLAIN,
        tone: 'ok',
        sign: 'yes',
        word: words.hello({ name: name.split(' ')[0] ?? name }),
        fact: words.signed_on_until({ when: format.time(until) }),
        said: {
          op_id: result.signed_on.op_id,
          by: result.confirmed ? 'server' : 'tablet',
          refused: false,
        },
      }
    }
    case 'not_saved':
      return {
        ...PLAIN,
        tone: 'stop',
        sign: 'no',
        word: words.not_saved,
        fact: result.signed_on === undefined ? null : stillOn(result.signed_on, t, format),
        second: notSaved(result.reason, t),
      }
    case 'not_ours':
      return {
        ...PLAIN,
        tone: 'warn',
        sign: signOf(result.what),
        word: words[result.what],
        second: words[`${result.what}_text`],
      }
    case 'no_pin':
      return {
        ...PLAIN,
        tone: 'warn',
        sign: 'pin',
        word: t.kiosk.who.no_pin,
        second: t.kiosk.who.no_pin_text({ name: result.name }),
      }
    case 'failed':
      return { ...PLAIN, tone: 'stop', sign: 'no', word: words.failed, second: words.failed_text }
  }
}

function stillOn({ name, until }: SignedOn, t: KioskMessages, format: Format): string {
  return t.kiosk.home.signed_on({ name: name.split(' ')[0] ?? name, until: format.time(until) })
}

const signOf = (what: NotOurs): Sign => (what === 'badge_unknown' ? 'badge' : 'code')

function notSaved(reason: 'QUOTA' | 'STORAGE' | 'NOT_LEADER', t: KioskMessages): string {
  const { verdict: words } = t.kiosk
  switch (reason) {
    case 'QUOTA':
      return words.not_saved_quota
    case 'STORAGE':
      return words.not_saved_storage
    case 'NOT_LEADER':
      return words.not_saved_not_leader
  }
}

function stampView(
  card: IdentifiedCard,
  outcome: Decided,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  const { verdict: words } = t.kiosk
  const said = { op_id: outcome.op_id, by: outcome.by, refused: false }
  if (outcome.verdict.status === 'rejected') return refusedView(outcome, t, format, now)
  if (outcome.pending) {
    const second = words.pending_text
    return { ...PLAIN, tone: 'info', sign: 'waits', word: words.pending, second, said }
  }
  if (card.deed.kind !== 'stamp') return dealView(card, outcome, t, said)
  const word = t.verdicts.accepted['loyalty.stamp']
  const base = { ...PLAIN, tone: 'ok', sign: 'yes', word, said } as const
  const total = card.program?.stamps_required ?? 0
  if (outcome.stamps === null || total < 1) return { ...base, second: words.stamped }
  const { on_card, full_sets } = cardProgress(outcome.stamps, total)
  if (on_card === 0 && full_sets > 0) {
    return {
      ...base,
      word: words.card_full,
      fact: words.reward({ reward: card.program?.reward ?? '' }),
      stamps: { filled: total, total, fresh: 1 },
    }
  }
  return {
    ...base,
    fact: words.stamp_of({ stamps: on_card, total }),
    second: full_sets > 0 ? words.rewards_ready({ sets: full_sets }) : null,
    stamps: { filled: on_card, total, fresh: 1 },
  }
}

/** A purchase or a redemption that went through; what the card holds now is in the verdict. */
function dealView(
  { deed, program }: IdentifiedCard,
  { verdict }: Decided,
  t: KioskMessages,
  said: Said,
): VerdictView {
  const { verdict: words } = t.kiosk
  const [points, balance] = [
    numberIn(verdict.detail, 'points'),
    numberIn(verdict.detail, 'balance'),
  ]
  const base = { ...PLAIN, tone: 'ok', sign: 'yes', said } as const
  if (deed.kind === 'redeem') {
    const left =
      program?.kind === 'points'
        ? words.balance({ points: balance })
        : words.stamps_left({ stamps: balance })
    const word = t.verdicts.accepted['loyalty.redeem']
    return { ...base, word, fact: deed.reward.name, second: left }
  }
  const word = t.verdicts.accepted['loyalty.earn']
  const second = points === 0 ? words.no_points : words.balance({ points: balance })
  return { ...base, word, fact: words.points_added({ points }), second }
}

function numberIn(detail: Decided['verdict']['detail'], name: string): number {
  const value = detail[name]
  return typeof value === 'number' ? value : 0
}

/** Refusals that only time or another card will change are a "not now"; the others are a "no". */
const NOT_NOW: Readonly<Partial<Record<VerdictCode, Sign>>> = {
  STAMP_COOLDOWN: 'later',
  STAMP_DAILY_LIMIT: 'tomorrow',
  SIGN_ON_EXPIRED: 'pin',
  SIGN_ON_MISSING: 'pin',
  VOID_TOO_LATE: 'later',
  VOID_ALREADY: 'undone',
}

function refusedView(outcome: Decided, t: KioskMessages, format: Format, now: number): VerdictView {
  const { verdict, op_id, by } = outcome
  const { code } = verdict
  const notNow = code === null ? undefined : NOT_NOW[code]
  // A newer server may know reasons that this version has no words for.
  const text = code === null ? undefined : t.verdicts.codes[code]
  const detail = verdictDetailText(verdict.detail, format, now)
  const when = code === 'STAMP_COOLDOWN' ? detail.retry_at : undefined
  const own = when === undefined ? {} : nextStamp(when, t)
  return {
    ...PLAIN,
    tone: notNow === undefined ? 'stop' : 'warn',
    sign: notNow ?? 'no',
    word: text?.headline ?? t.verdicts.other.headline,
    second: text?.sentence(detail) ?? t.verdicts.other.sentence,
    ...own,
    said: { op_id, by, refused: true },
  }
}

/** When it will go again is the fact that matters. */
function nextStamp(when: string, t: KioskMessages): Pick<VerdictView, 'fact' | 'second'> {
  const { verdict: words } = t.kiosk
  return { fact: words.next_stamp({ when }), second: words.just_stamped }
}

function undoView(
  { card, outcome }: Extract<Result, { kind: 'undo' }>,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  if (outcome.verdict.status === 'rejected') return refusedView(outcome, t, format, now)
  return {
    ...PLAIN,
    tone: 'info',
    sign: 'undone',
    word: t.verdicts.accepted['op.void'],
    second:
      card === null || card.deed.kind === 'stamp'
        ? t.kiosk.verdict.undone
        : t.kiosk.verdict.taken_back,
    said: { op_id: outcome.op_id, by: outcome.by, refused: false },
  }
}
