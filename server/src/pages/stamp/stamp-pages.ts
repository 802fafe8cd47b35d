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

/** Number and PIN. @param error said above the form */
export function numberForm(
  { t }: StampPage,
  place: { readonly token: string; readonly merchant: string; readonly store: string },
  error?: string,
): Html {
  return html`<h1>${t.title}</h1>
    <p class="muted">${place.store}</p>
    ${error === undefined ? '' : html`<p class="bad" role="alert">${error}</p>`}
    <form method="post" action="/stamp">
      <input type="hidden" name="t" value="${place.token}" />
      <label
        >${t.number}
        <input name="number" autocomplete="username" autocapitalize="none" maxlength="20" required
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

/** What became of a punch. */
export function punchAnswer(
  page: StampPage,
  action: PunchAction,
  verdict: WireVerdict,
  time_zone: string,
): Html {
  const { t } = page
  const { time } = page.format(time_zone)
  if (verdict.status === 'accepted') {
    return html`<h1>${t[`done_${action}`]}</h1>
      <p class="told"><span aria-hidden="true">✓</span> ${time(verdict.occurred_at)}</p>`
  }
  const first = verdict.detail['first_at']
  return verdict.code === 'CLOCK_DOUBLE_TAP' && typeof first === 'string'
    ? note(t.already, t.already_text({ time: time(first) }))
    : note(t.kept, t.kept_text)
}

export const requestAnswer = (
  page: StampPage,
  action: PunchAction,
  at: number,
  time_zone: string,
): Html => {
  const { t } = page
  const when = page.format(time_zone).dateTime(at)
  return note(t.asked, t.asked_text({ what: actionText(t, action), when }))
}
