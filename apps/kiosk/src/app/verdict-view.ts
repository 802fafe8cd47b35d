import { cardProgress, type Id, type VerdictCode } from '@counterfoil/domain'
import { type Format, type KioskMessages, verdictDetailText } from '@counterfoil/messages'
import type { Decided, IdentifiedCard } from '../kiosk'
import type { Result } from './flow-state'

/** What a verdict screen consists of; colour, icon and word always say the same. */
export interface VerdictView {
  readonly tone: 'ok' | 'warn' | 'stop' | 'info'
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
  readonly saved: { readonly op_id: Id; readonly by: 'server' | 'tablet' } | null
}

const PLAIN = { fact: null, second: null, stamps: null, saved: null } as const

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
      return undoView(result.outcome, t, format, now)
    case 'signed_on': {
      const { name, until } = result.signed_on
      return {
        ...PLAIN,
        tone: 'ok',
        word: words.hello({ name: name.split(' ')[0] ?? name }),
        fact: words.signed_on_until({ when: format.time(until) }),
        saved: { op_id: result.signed_on.op_id, by: result.confirmed ? 'server' : 'tablet' },
      }
    }
    case 'not_saved':
      return { ...PLAIN, tone: 'stop', word: words.not_saved, second: notSaved(result.reason, t) }
    case 'not_ours':
      return {
        ...PLAIN,
        tone: 'warn',
        word: words[result.what],
        second: words[`${result.what}_text`],
      }
    case 'no_pin':
      return {
        ...PLAIN,
        tone: 'warn',
        word: t.kiosk.who.no_pin,
        second: t.kiosk.who.no_pin_text({ name: result.name }),
      }
    case 'failed':
      return { ...PLAIN, tone: 'stop', word: words.failed, second: words.failed_text }
  }
}

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
  const saved = { op_id: outcome.op_id, by: outcome.by }
  if (outcome.verdict.status === 'rejected') return refusedView(outcome, t, format, now)
  if (outcome.pending) {
    return { ...PLAIN, tone: 'info', word: words.pending, second: words.pending_text, saved }
  }
  const base = { ...PLAIN, tone: 'ok', word: t.verdicts.accepted['loyalty.stamp'], saved } as const
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

/** Refusals that only time or another card will change are a "not now"; the others are a "no". */
const NOT_NOW: ReadonlySet<VerdictCode> = new Set([
  'STAMP_COOLDOWN',
  'STAMP_DAILY_LIMIT',
  'SIGN_ON_EXPIRED',
  'SIGN_ON_MISSING',
  'VOID_TOO_LATE',
  'VOID_ALREADY',
])

function refusedView(outcome: Decided, t: KioskMessages, format: Format, now: number): VerdictView {
  const { verdict, op_id, by } = outcome
  const { code } = verdict
  // A newer server may know reasons that this version has no words for.
  const text = code === null ? undefined : t.verdicts.codes[code]
  const detail = verdictDetailText(verdict.detail, format, now)
  return {
    ...PLAIN,
    tone: code !== null && NOT_NOW.has(code) ? 'warn' : 'stop',
    word: text?.headline ?? t.verdicts.other.headline,
    second: text?.sentence(detail) ?? t.verdicts.other.sentence,
    saved: { op_id, by },
  }
}

function undoView(outcome: Decided, t: KioskMessages, format: Format, now: number): VerdictView {
  if (outcome.verdict.status === 'rejected') return refusedView(outcome, t, format, now)
  return {
    ...PLAIN,
    tone: 'info',
    word: t.verdicts.accepted['op.void'],
    second: t.kiosk.verdict.undone,
    saved: { op_id: outcome.op_id, by: outcome.by },
  }
}
