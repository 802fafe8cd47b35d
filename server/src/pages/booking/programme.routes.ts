import type { PublicPerformance } from '@counterfoil/protocol'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../../deps'
import { bookAsGuest, guestOf } from '../../door/guest'
import { countBooking } from '../../door/guest-limit'
import { loadProgramme, type Programme } from '../../door/programme.query'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { checkOrigin } from '../../http/origin'
import { readForm } from '../../http/read-form'
import { ProblemError } from '../../problem-error'
import { bookingBody, type BookingErrors, readBooking } from './booking-form'
import { answerGuest, type GuestView, viewOf } from './guest-page'
import { programmeBody } from './programme-page'
import { answerRefusal } from './refusal'

/** `/p/{slug}`: what guests can book, and the form to do it. Nothing is written on GET. */
export function mountProgramme(router: Router, deps: Deps): void {
  router.get('/p/:slug', async (c) => {
    const view = await viewOf(c)
    try {
      const programme = await load(deps, c)
      const body = programmeBody(view, programme)
      const title = view.words.programme.title
      return await answerGuest(c, view, { merchant: programme.merchant.name, title, body })
    } catch (error) {
      return answerRefusal(c, view, error)
    }
  })
  router.get('/p/:slug/:id', async (c) => {
    const view = await viewOf(c)
    try {
      const programme = await load(deps, c)
      const performance = performanceOf(programme, c.req.param('id'))
      return await answerForm(c, view, { programme, performance, values: {}, errors: {} }, 200)
    } catch (error) {
      return answerRefusal(c, view, error)
    }
  })
  router.post('/p/:slug/:id', async (c) => {
    checkOrigin(c.req.raw, deps.config.publicUrl)
    const values = await readForm(c.req.raw)
    const view = await viewOf(c, values['lang'])
    try {
      return await book(deps, c, view, values)
    } catch (error) {
      return answerRefusal(c, view, error, { merchant: undefined, slug: c.req.param('slug') })
    }
  })
}

function load(deps: Deps, c: Context<AppEnv>): Promise<Programme> {
  deps.limits.spend('address', networkOf(c.var.ip))
  return loadProgramme(deps, c.req.param('slug') ?? '', c.var.now)
}

function performanceOf({ performances }: Programme, id: string): PublicPerformance {
  const found = performances.find((performance) => performance.id === id)
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  return found
}

interface Filled {
  readonly programme: Programme
  readonly performance: PublicPerformance
  readonly values: Readonly<Record<string, string>>
  readonly errors: BookingErrors
}

function answerForm(
  c: Context<AppEnv>,
  view: GuestView,
  { programme, ...filled }: Filled,
  status: 200 | 422,
) {
  const body = bookingBody(view, { ...filled, slug: programme.slug })
  const page = { merchant: programme.merchant.name, title: filled.performance.title, body }
  return answerGuest(c, view, page, status)
}

async function book(
  deps: Deps,
  c: Context<AppEnv>,
  view: GuestView,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const { ip, now } = c.var
  const programme = await load(deps, c)
  const performance = performanceOf(programme, c.req.param('id') ?? '')
  const { booking, errors } = readBooking(values, view, performance)
  const filled = { programme, performance, values }
  if (booking === undefined) return answerForm(c, view, { ...filled, errors }, 422)
  if (booking.party_size > performance.seats_left) {
    const seats = view.words.form.seats_wrong({ left: performance.seats_left })
    return answerForm(c, view, { ...filled, errors: { party_size: seats } }, 422)
  }
  const request = { deps, ip, now }
  await countBooking(request)
  const asked = { ...booking, performance_id: performance.id, language: view.language }
  await bookAsGuest(guestOf(request, programme.merchant_id), asked)
  const { check } = view.words
  const body = html`<h1>${check.title}</h1>
    <p>${check.text({ email: booking.email })}</p>
    <p class="muted">${check.note}</p>`
  const page = { merchant: programme.merchant.name, title: check.title, body, switchable: false }
  return answerGuest(c, view, page)
}
