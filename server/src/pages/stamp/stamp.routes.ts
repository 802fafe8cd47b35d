import {
  type EpochMs,
  instantAt,
  isLocalDay,
  localDayOf,
  PUNCH_ACTIONS,
  type PunchAction,
} from '@counterfoil/domain'
import { textSchema } from '@counterfoil/protocol'
import type { Context } from 'hono'
import { readOwnHours } from '../../clock/phone/own-hours'
import { auditPhone } from '../../clock/phone/phone-audit'
import { punchOnPhone } from '../../clock/phone/phone-punch'
import {
  beginSession,
  giveBack,
  type PhoneSession,
  useSession,
} from '../../clock/phone/phone-session'
import { findPoster } from '../../clock/phone/poster.query'
import { putRequest } from '../../clock/request'
import type { Deps } from '../../deps'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { checkOrigin } from '../../http/origin'
import { readForm } from '../../http/read-form'
import { ProblemError } from '../../problem-error'
import type { Ingest } from '../../sync/ingest/ingest'
import { enterLane } from '../../sync/lane'
import { posterSheet } from './poster-sheet'
import { answerStamp, stampPage, type StampPage } from './stamp-context'
import { choiceForm, note, numberForm, punchAnswer, requestAnswer } from './stamp-pages'

/**
 * `/stamp`: what the poster's QR opens. Plain forms, no script, no cookie: the session's token is
 * in the page alone, so no other site can send anything in somebody's name.
 */
export function mountStamp(router: Router, deps: Deps, ingest: Ingest): void {
  const acting = (c: Context<AppEnv>, deed: Deed) => throttled(c, () => withSession(deps, c, deed))
  router.get('/stamp', (c) => throttled(c, () => showForm(deps, c)))
  router.get('/stamp/poster', (c) => throttled(c, () => showPoster(deps, c)))
  router.post('/stamp', (c) => throttled(c, () => begin(deps, c)))
  router.post('/stamp/punch', (c) =>
    acting(c, async (page, session, values) => {
      const action = actionOf(values['punch'])
      if (action === undefined) return undefined
      const { ip, now } = c.var
      const verdict = await punchOnPhone(deps, ingest, session, action, { ip, now })
      // The punch is kept: what only adds to the answer must not make a failure of it.
      const own = await ownTime(session, now).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'the day so far is not shown')
        return undefined
      })
      const body = punchAnswer(page, action, verdict, session.store, own)
      return answerStamp(page, body, 200, session.merchant_name)
    }),
  )
  router.post('/stamp/forgot', (c) =>
    acting(c, (page, session, values) => ask(deps, page, session, values)),
  )
}

/** Who asks too often is told so on a page, in their language. */
async function throttled(c: Context<AppEnv>, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'RATE_LIMITED') throw error
    const page = await stampPage(c)
    c.header('retry-after', error.headers['retry-after'] ?? '60')
    return answerStamp(page, note(page.t.many, page.t.many_text), 429)
  }
}

async function showForm(deps: Deps, c: Context<AppEnv>): Promise<Response> {
  const page = await stampPage(c)
  deps.limits.spend('address', networkOf(c.var.ip))
  const token = c.req.query('t') ?? ''
  const poster = await findPoster(deps.db, token)
  if (poster === undefined) return answerDead(page)
  const place = { token, merchant: poster.merchant_name, store: poster.store.name }
  return answerStamp(page, numberForm(page, place), 200, place.merchant)
}

async function showPoster(deps: Deps, c: Context<AppEnv>): Promise<Response> {
  const page = await stampPage(c)
  deps.limits.spend('address', networkOf(c.var.ip))
  const token = c.req.query('t') ?? ''
  const poster = await findPoster(deps.db, token)
  if (poster === undefined) return answerDead(page)
  return posterSheet(c, poster, `${deps.config.publicUrl}/stamp?t=${token}`)
}

function answerDead(page: StampPage): Response | Promise<Response> {
  return answerStamp(page, note(page.t.dead, page.t.dead_text), 410)
}

async function begin(deps: Deps, c: Context<AppEnv>): Promise<Response> {
  checkOrigin(c.req.raw, deps.config.publicUrl)
  const page = await stampPage(c)
  const { t } = page
  const values = await readForm(c.req.raw)
  const { t: token = '', pin = '' } = values
  const number = (values['number'] ?? '').trim().slice(0, 64)
  deps.limits.spend('address', networkOf(c.var.ip))
  const poster = await findPoster(deps.db, token)
  if (poster === undefined) return answerDead(page)
  const { ip, now } = c.var
  const begun = await beginSession(deps, poster, { number, pin }, { ip, now })
  deps.bus.notify(poster.merchant_id, ['audit', 'staff'])
  const place = { token, merchant: poster.merchant_name, store: poster.store.name }
  switch (begun.outcome) {
    case 'refused':
      return answerStamp(
        page,
        numberForm(page, { ...place, number }, t.refused),
        401,
        place.merchant,
      )
    case 'locked': {
      const time = page.format(poster.store.time_zone).time(begun.until)
      return answerStamp(
        page,
        numberForm(page, { ...place, number }, t.locked({ time })),
        429,
        place.merchant,
      )
    }
    case 'begun':
      return answerStamp(page, await choice(page, begun.session, now), 200, place.merchant)
  }
}

function ownTime({ db, merchant_id, staff_id, store }: PhoneSession, now: EpochMs) {
  return readOwnHours(db, merchant_id, { staff_id, time_zone: store.time_zone }, now)
}

async function choice(page: StampPage, session: PhoneSession, now: EpochMs, error?: string) {
  const { name, token, store } = session
  const { time_zone } = store
  const own = await ownTime(session, now)
  const person = { session: token, name, time_zone, day: localDayOf(now, time_zone) }
  return choiceForm(page, person, own, error)
}

type Deed = (
  page: StampPage,
  session: PhoneSession,
  values: Readonly<Record<string, string>>,
) => Promise<Response | undefined>

/** A deed under a session that it uses up; what cannot be read gives it back. */
async function withSession(deps: Deps, c: Context<AppEnv>, deed: Deed): Promise<Response> {
  checkOrigin(c.req.raw, deps.config.publicUrl)
  const page = await stampPage(c)
  const values = await readForm(c.req.raw)
  const { ip, now } = c.var
  const session = await useSession(deps, values['s'] ?? '', { ip, now })
  if (session === undefined) {
    return answerStamp(page, note(page.t.ended, page.t.ended_text), 410)
  }
  const answer = await deed(page, session, values)
  if (answer !== undefined) return answer
  await giveBack(session)
  return answerStamp(page, await choice(page, session, now), 422, session.merchant_name)
}

function actionOf(text: string | undefined): PunchAction | undefined {
  return PUNCH_ACTIONS.find((action) => action === text)
}

async function ask(
  deps: Deps,
  page: StampPage,
  session: PhoneSession,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const { ip, now } = page.c.var
  const { merchant_id, staff_id, name, store, db } = session
  const person = { id: staff_id, name }
  const punch = actionOf(values['punch'])
  const at = instantOf(values, store.time_zone)
  const written = textSchema.safeParse(values['note'] ?? '')
  if (punch !== undefined && at !== undefined && written.success) {
    const id = deps.newId()
    const request = { id, staff_id, store_id: store.id, punch, at, note: written.data }
    const about = { ip, now, merchant_id, store_id: store.id }
    const made = await db.transaction().execute(async (trx) => {
      await enterLane(trx, merchant_id)
      try {
        await putRequest(trx, { caller: { merchant_id }, now }, { ...request, made_by: null })
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'VALIDATION') return false
        throw error
      }
      await auditPhone(trx, deps, about, 'phone.request', person, { request_id: id })
      return true
    })
    if (made) {
      deps.bus.notify(merchant_id, ['clock', 'ledger', 'audit'])
      const body = requestAnswer(page, punch, at, store)
      return answerStamp(page, body, 200, session.merchant_name)
    }
  }
  await giveBack(session)
  return answerStamp(
    page,
    await choice(page, session, now, page.t.bad_time),
    422,
    session.merchant_name,
  )
}

function instantOf(
  { day = '', time = '' }: Readonly<Record<string, string>>,
  timeZone: string,
): EpochMs | undefined {
  if (!isLocalDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  return instantAt(day, time, timeZone)
}
