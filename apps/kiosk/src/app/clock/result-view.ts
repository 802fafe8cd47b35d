import type { PunchAction, VerdictFlag } from '@counterfoil/domain'
import { type Format, type KioskMessages, verdictDetailText } from '@counterfoil/messages'
import type { OwnClock, Punched } from '../../kiosk-clock'
import { verdictView, type VerdictView } from '../verdict-view'
import { whenText } from '../when'
import type { ClockResult } from './state'
import { isPlain } from './steps'

/** Turns what came of a badge into words. Pure: `now` is by the server's clock. */
export function clockResultView(
  result: ClockResult,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  switch (result.kind) {
    case 'punched':
      return punchedView(result, t, format, now)
    case 'not_ours':
      switch (result.what) {
        case 'card':
        case 'ticket':
        case 'no_ticket':
        case 'unknown':
          return {
            ...PLAIN,
            tone: 'warn',
            sign: 'badge',
            word: t.clock.not_a_badge,
            second: t.clock.not_a_badge_text,
          }
        case 'foreign':
        case 'poster':
        case 'pairing':
        case 'badge_unknown':
          return verdictView({ kind: 'not_ours', what: result.what }, t, format, now)
      }
    case 'not_saved':
    case 'no_pin':
    case 'failed':
      return verdictView(result, t, format, now)
  }
}

const PLAIN = { fact: null, second: null, stamps: null, said: null } as const

type PunchedResult = Extract<ClockResult, { kind: 'punched' }>

function punchedView(
  result: PunchedResult,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  const { outcome } = result
  const { verdict, op_id, by, action, at } = outcome
  const name = firstName(result.name)
  if (verdict.status === 'rejected') return refusedView(outcome, name, t, format, now)
  const plain = isPlain(result)
  return {
    ...PLAIN,
    tone: plain ? 'ok' : 'warn',
    sign: plain ? 'yes' : 'later',
    word: plain ? greeting(action, name, hourOf(format, at), t) : t.clock.noted({ name }),
    fact: t.clock.at[action]({ when: format.time(at) }),
    second: plain ? quietWord(outcome, t, format) : oddWord(result, t, format, now),
    said: { op_id, by, refused: false },
  }
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

function hourOf(format: Format, at: number): number {
  return Number(format.time(at).slice(0, 2))
}

function greeting(action: PunchAction, name: string, hour: number, { clock }: KioskMessages) {
  switch (action) {
    case 'in':
      return clock.hello[hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening']({ name })
    case 'out':
      return clock.goodbye({ name })
    case 'break_start':
      return clock.enjoy({ name })
    case 'break_end':
      return clock.welcome_back({ name })
  }
}

/** Below a plain answer: what is good to know, if anything. */
function quietWord({ action, uncertain, own, flags }: Punched, t: KioskMessages, format: Format) {
  if (uncertain || flags.includes('CLOCK_UNCERTAIN')) return t.clock.uncertain
  return action === 'out' && own.today.worked > 0
    ? t.clock.worked_today({ hours: format.duration(own.today.worked) })
    : null
}

function oddWord(
  { before, outcome }: PunchedResult,
  t: KioskMessages,
  format: Format,
  now: number,
) {
  const { flags, action } = outcome
  const has = (flag: VerdictFlag) => flags.includes(flag)
  if (has('LONG_SHIFT')) return t.clock.long
  if (has('ALREADY_CLOCKED_IN')) return alreadyIn(before, t, format, now)
  return action === 'out' ? t.clock.not_in : t.clock.not_back
}

function alreadyIn({ since }: OwnClock, { clock }: KioskMessages, format: Format, now: number) {
  return since === null
    ? clock.already_in_unknown
    : clock.already_in({ when: whenText(format, since, now) })
}

function refusedView(
  { verdict, op_id, by, action }: Punched,
  name: string,
  t: KioskMessages,
  format: Format,
  now: number,
): VerdictView {
  const { code, detail } = verdict
  const said = { op_id, by, refused: true }
  if (code === 'CLOCK_DOUBLE_TAP') {
    const first = detail['first_at']
    return {
      ...PLAIN,
      tone: 'info',
      sign: 'yes',
      word: t.clock.double({ name }),
      fact: typeof first === 'string' ? t.clock.at[action]({ when: format.time(first) }) : null,
      second: t.clock.double_text,
      said,
    }
  }
  const text = code === null ? undefined : t.verdicts.codes[code]
  const sentence = text?.sentence(verdictDetailText(detail, format, now))
  return {
    ...PLAIN,
    tone: 'stop',
    sign: 'no',
    word: text?.headline ?? t.verdicts.other.headline,
    second: `${sentence ?? t.verdicts.other.sentence} ${t.clock.kept}`,
    said,
  }
}
