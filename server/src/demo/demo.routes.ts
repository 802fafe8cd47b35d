import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { acrossMerchants, forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { createDevice } from '../devices/device.repository'
import { networkOf } from '../http/client-address'
import type { AppEnv, Router } from '../http/env'
import { checkOrigin } from '../http/origin'
import { ProblemError } from '../problem-error'
import { pairingPage } from './pairing-page'
import { type Html, SHEET_STYLE, SHEET_STYLE_PATH, sheetDocument } from './sheet-layout'
import { sheetPage } from './sheet-page'
import { castOf, loadSheet } from './sheet.query'

const orderSchema = z.object({ merchant: z.string(), store: z.string() })

/** The sheet of QR codes; there is none without the demo. */
export function mountDemo(router: Router, deps: Deps): void {
  if (!deps.config.demo) return
  router.get(SHEET_STYLE_PATH, (c) =>
    c.body(SHEET_STYLE, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  )
  router.get('/demo/sheet', async (c) => {
    const sheet = await requireSheet(deps, c.req.query('merchant'))
    const title = `Demo sheet of ${sheet.cast.name}`
    return answer(c, title, await sheetPage(sheet, deps.config.publicUrl))
  })
  router.post('/demo/sheet/pairing', bodyLimit({ maxSize: 4096, onError: tooLarge }), async (c) => {
    checkOrigin(c.req.raw, deps.config.publicUrl)
    deps.limits.spend('address', networkOf(c.var.ip))
    const order = orderSchema.safeParse(await c.req.parseBody())
    if (!order.success) throw new ProblemError('BODY_MALFORMED')
    const sheet = await requireSheet(deps, order.data.merchant)
    const store = sheet.stores.find(({ code }) => code === order.data.store)
    if (store === undefined) throw new ProblemError('NOT_FOUND')
    const caller = { merchant_id: sheet.merchant_id, account_id: null }
    const own = { ...deps, db: forMerchant(deps.db, sheet.merchant_id) }
    const by = { deps: own, caller, ip: c.var.ip, now: c.var.now }
    const device = { store_id: store.id, label: 'Demo tablet', jobs: ['loyalty'] } as const
    const paired = await createDevice(by, device)
    const back = `/demo/sheet?merchant=${sheet.cast.key}`
    return answer(c, 'Pair a tablet', await pairingPage(paired, store, back))
  })
}

async function requireSheet(deps: Deps, key: string | undefined) {
  const sheet = await loadSheet(acrossMerchants(deps.db), deps.crypto, castOf(key))
  if (sheet === undefined) throw new ProblemError('NOT_FOUND', 'This database holds no demo.')
  return sheet
}

function tooLarge(): never {
  throw new ProblemError('TOO_LARGE')
}

/** Tokens and PINs are on it: no cache may keep it. */
function answer(c: Context<AppEnv>, title: string, body: Html): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  // Under the stricter policy of all else a browser hides the origin of the form, and we refuse it.
  c.header('referrer-policy', 'same-origin')
  return c.html(sheetDocument(title, body))
}
