import {
  type EpochMs,
  localDayOf,
  type OwnClock,
  PUNCH_ACTIONS,
  type PunchAction,
} from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { html } from 'hono/html'
import { hoursAndMinutes } from '../../clock/hours'
import type { Html } from '../layout'
import type { StampPage, StampTexts } from './stamp-context'

interface Typing {
  readonly token: string
  readonly store: string
  /** As it was typed before; the PIN is never given back. */
  readonly number?: string
}

/** Number and PIN. @param error said above the form */
export function numberForm(
  { t }: StampPage,
  { token, store, number = '' }: Typing,
  error?: string,
): Html {
  return html`<h1>${t.title}</h1>
    <p class="muted">${store}</p>
    ${error === undefined ? '' : html`<p class="bad" role="alert">${error}</p>`}
    <form method="post" action="/stamp">
      <input type="hidden" name="t" value="${token}" />
      <label
        >${t.number}
        <input
          name="number"
          value="${number}"
          autocomplete="username"
          autocapitalize="none"
          maxlength="20"
          required
      /></label>
      <label
        >${t.pin}
        <input
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="8"
          required
      /></label>
      <button>${t.go}</button>
    </form>`
}

export function note(title: string, text: string): Html {
  return html`<h1>${title}</h1>
    <p>${text}</p>`
}

const NEXT: Readonly<Record<OwnClock['presence'], readonly PunchAction[]>> = {
  out: ['in'],
  in: ['out', 'break_start'],
  break: ['break_end', 'out'],
}

const actionText = (t: StampTexts, action: PunchAction): string => t[`do_${action}`]

interface Place {
  readonly name: string
  readonly time_zone: string
}

interface Person {
  readonly session: string
  readonly name: string
  readonly time_zone: string
  /** Today there. */
  readonly day: string
}

/** The person's own state, what they may do now, their hours, and what they forgot. */
export function choiceForm(page: StampPage, person: Person, own: OwnClock, error?: string): Html {
  const { t } = page
  const time = own.since === null ? '' : sinceText(page, person, own.since)
  const state = { out: t.out, in: t.in({ time }), break: t.on_break({ time }) }[own.presence]
  // What fits comes first; the rest stays possible: a punch is never refused for being odd.
  const fitting = NEXT[own.presence]
  const others = PUNCH_ACTIONS.filter((action) => !fitting.includes(action))
  return html`<h1>${t.hello({ name: person.name })}</h1>
    <p>${state}<br />${t.today({ hours: hoursAndMinutes(own.today.worked) })}</p>
    ${error === undefined ? '' : html`<p class="bad" role="alert">${error}</p>`}
    <form method="post" action="/stamp/punch">
      <input type="hidden" name="s" value="${person.session}" />
      ${[...fitting, ...others].map(
        (action) =>
          html`<button
            name="punch"
            value="${action}"
            class="${fitting.includes(action) ? 'big' : 'quiet'}"
          >
            ${actionText(t, action)}
          </button>`,
      )}
    </form>
    <p class="muted">${t.once}</p>
    ${hoursTable(page, person, own)} ${forgotForm(t, person)}`
}

/** The time alone for today, with its day for any other. */
function sinceText({ format }: StampPage, { time_zone, day }: Person, at: EpochMs): string {
  const { time, dateTime } = format(time_zone)
  return localDayOf(at, time_zone) === day ? time(at) : dateTime(at)
}

function hoursTable({ t, format }: StampPage, { time_zone }: Person, own: OwnClock): Html {
  if (own.days.length === 0)
    return html`<h2>${t.hours}</h2>
      <p>${t.none}</p>`
  const { date } = format(time_zone)
  return html`<details>
    <summary>${t.hours}</summary>
    <table>
      ${own.days.map(
        ({ day, worked, unclear }) =>
          html`<tr>
            <th scope="row">${date(`${day}T12:00:00Z`)}</th>
            <td>${hoursAndMinutes(worked)}</td>
            <td>${unclear ? t.unclear : ''}</td>
          </tr>`,
      )}
      <tr>
        <th scope="row">${t.total}</th>
        <td>${hoursAndMinutes(own.worked)}</td>
        <td></td>
      </tr>
    </table>
  </details>`
}

function forgotForm(t: StampTexts, { session, day }: Person): Html {
  return html`<details>
    <summary>${t.forgot}</summary>
    <form method="post" action="/stamp/forgot">
      <input type="hidden" name="s" value="${session}" />
      <label
        >${t.forgot_what}
        <select name="punch">
          ${['out', 'in', 'break_start', 'break_end'].map(
            (action) =>
              html`<option value="${action}">${actionText(t, action as PunchAction)}</option>`,
          )}
        </select></label
      >
      <label>${t.forgot_day} <input name="day" type="date" value="${day}" required /></label>
      <label>${t.forgot_time} <input name="time" type="time" required /></label>
      <label>${t.forgot_note} <input name="note" maxlength="500" /></label>
      <button>${t.forgot_send}</button>
    </form>
  </details>`
}

/** What became of a punch: the time in large, the day so far, and what a manager will look at. */
export function punchAnswer(
  page: StampPage,
  action: PunchAction,
  verdict: WireVerdict,
  store: Place,
  /** `undefined`: not to be had at the moment. */
  own: OwnClock | undefined,
): Html {
  const { t } = page
  const { time } = page.format(store.time_zone)
  const { status, code, flags, detail, occurred_at } = verdict
  const first = detail['first_at']
  if (status !== 'accepted') {
    return code === 'CLOCK_DOUBLE_TAP' && typeof first === 'string'
      ? note(t.already, t.already_text({ time: time(first) }))
      : note(t.kept, t.kept_text)
  }
  const odd = (['LONG_SHIFT', 'ALREADY_CLOCKED_IN', 'ALREADY_CLOCKED_OUT'] as const).find((flag) =>
    flags.includes(flag),
  )
  return html`<h1>${t[`done_${action}`]}</h1>
    <p class="told"><span aria-hidden="true">✓</span> ${time(occurred_at)}</p>
    ${odd === undefined ? '' : html`<p role="status">${t.odd[odd]} ${t.kept_text}</p>`}
    ${own === undefined ? '' : html`<p>${t.today({ hours: hoursAndMinutes(own.today.worked) })}</p>`}
    <p class="muted">${store.name}</p>`
}

export const requestAnswer = (
  page: StampPage,
  action: PunchAction,
  at: number,
  store: Place,
): Html => {
  const { t } = page
  const when = page.format(store.time_zone).dateTime(at)
  return html`${note(t.asked, t.asked_text({ what: actionText(t, action), when }))}
    <p class="muted">${store.name}</p>`
}
