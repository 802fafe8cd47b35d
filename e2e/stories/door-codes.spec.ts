/** Section 6 of the wire contract, at the door: every code, and the screen that a person sees. */
import { v7 as uuidv7 } from 'uuid'
import { sql } from '../harness/database'
import { must, PIN, type Shop, type Thing, unique, WRONG_PIN } from '../harness/shop'
import { announce, atDoor, filmTicket, forged, goOn, openDoor, sell } from './lib/door'
import { stopClock } from './lib/inspect'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, test } from './lib/story'

test('every code of the door has its screen', async ({ openKiosk, harbour, server }) => {
  test.setTimeout(150_000)
  const play = await announce(harbour, { capacity: 2 })
  const other = await announce(harbour)
  const early = await announce(harbour, {
    opens_at: new Date(Date.now() + 1_800_000).toISOString(),
  })
  const [inside, again, fits, revoked, unconfirmed, gone] = [
    await sell(harbour, play, 'Ines', 2),
    await sell(harbour, play, 'Adam'),
    await sell(harbour, play, 'Nobody fits'),
    await sell(harbour, play, 'Rita'),
    await sell(harbour, play, 'Uwe', 1, { status: 'unconfirmed' }),
    await sell(harbour, play, 'Gone'),
  ]
  const foreign = await sell(harbour, other, 'Otto')
  const tooEarly = await sell(harbour, early, 'Ella')
  must(await harbour.owner.delete(`/merchant/tickets/${revoked.ticket.id}`), 204)
  // Genuine by its signature, and on no list: as after a backup that is older than the ticket.
  for (const table of ['feed', 'ticket'])
    await sql(server.database.url, `delete from ${table} where id = $1`, [gone.ticket.id])
  const kiosk = await openKiosk()
  await kiosk.page.clock.install()
  await openDoor(kiosk, harbour, play)
  const sees = async (code: string, word: string, token: string, names?: string) => {
    await test.step(code, async () => {
      await filmTicket(kiosk, token)
      await expect(kiosk.page.locator(`[data-code="${code}"]`)).toBeVisible()
      await kiosk.seesVerdict(word)
      if (names !== undefined) await expect(kiosk.verdict).toContainText(names)
      await goOn(kiosk)
    })
  }

  await sees('accepted', 'Come in', inside.token, 'Ines')
  await sees('TICKET_UNKNOWN', 'Unknown ticket', gone.token)
  await sees('TICKET_FORGED', 'Not genuine', forged(again))
  await sees('TICKET_REVOKED', 'Cancelled', revoked.token, 'Rita')
  await sees('TICKET_WRONG_PERFORMANCE', 'Other show', foreign.token, other.title)
  await sees('TICKET_UNCONFIRMED', 'Not confirmed', unconfirmed.token, 'Uwe')
  await sees('PERFORMANCE_FULL', 'Full', fits.token, '2 of 2')
  // Shown again sooner than this, a code counts as never gone.
  await kiosk.page.clock.fastForward(2_500)
  await sees('TICKET_ALREADY_ADMITTED', 'Already in', inside.token, 'Ines')
  await kiosk.page.getByRole('radio', { name: 'Out' }).check()
  await sees('TICKET_NOT_INSIDE', 'Not inside', again.token, 'Adam')
  await kiosk.page.getByRole('radio', { name: 'In' }).check()
  await kiosk.button('Change performance').click()
  await kiosk.button(new RegExp(early.title)).click()
  await sees('PERFORMANCE_NOT_OPEN', 'Not open yet', tooEarly.token, 'Doors open at')
})

async function hire({ owner }: Shop, name: string): Promise<Thing> {
  const body = { name: `${name} ${unique()}`, personnel_number: unique(), pin: PIN }
  return must(await owner.post<{ staff: Thing }>('/merchant/staff', body), 201).staff
}

/** One guest without a ticket, and what the server says to it, however long it takes. */
async function letOneIn(kiosk: KioskScreen, code: string, word: string): Promise<void> {
  await atDoor(kiosk)
  await kiosk.button('Without ticket').click()
  await stopClock(kiosk.page)
  await kiosk.button('Let 1 in').click()
  await expect(kiosk.page.locator(`[data-code="${code}"]`)).toBeVisible()
  await kiosk.seesVerdict(word)
  await kiosk.page.clock.resume()
}

/** On the answer, or on the strip that stays of it. */
function undoButton({ page }: KioskScreen) {
  const screens = '[data-screen="verdict"], [data-screen="door"]:not([inert])'
  return page.locator(screens).getByRole('button', { name: 'Undo' })
}

/** Takes back what was just done, and reads what is said to that, however long it takes. */
async function undo(kiosk: KioskScreen, code: string, word: string): Promise<void> {
  await stopClock(kiosk.page)
  await undoButton(kiosk).click({ timeout: 10_000 })
  await expect(kiosk.page.locator(`[data-code="${code}"]`)).toBeVisible()
  await kiosk.seesVerdict(word)
  await kiosk.page.clock.resume()
}

/** One operation of a signed-in user, as a script would send it. */
async function pushByHand({ owner, store }: Shop, op: object): Promise<void> {
  const at = new Date().toISOString()
  const headers = { 'counterfoil-store': store.code, 'counterfoil-protocol': '1' }
  const queue = { pending: 0, oldest_at: null }
  const body = { sent_at: at, queue, ops: [{ at, offset_ms: 0, ...op }] }
  must(await owner.call('POST', '/store/sync/push', { headers, body }), 200)
}

/** The tablet seals the next PINs for a key that the server does not have; or for its own again. */
function sealFor(kiosk: KioskScreen, kid: string): Promise<string> {
  return kiosk.page.evaluate(
    (wanted) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('counterfoil')
        opening.addEventListener('error', () => reject(new Error('cannot be opened')))
        opening.addEventListener('success', () => {
          const database = opening.result
          const writing = database.transaction('meta', 'readwrite')
          const reading = writing.objectStore('meta').get('identity')
          let before = ''
          reading.addEventListener('success', () => {
            const row = reading.result
            before = row.value.sealing_key.kid
            row.value.sealing_key.kid = wanted
            writing.objectStore('meta').put(row)
          })
          writing.addEventListener('complete', () => {
            database.close()
            resolve(before)
          })
        })
      }),
    kid,
  )
}

test('codes of signing on, of undoing and of a tablet’s jobs have their screens', async ({
  openKiosk,
  harbour,
  server,
}) => {
  test.setTimeout(150_000)
  const open = await announce(harbour, { capacity: 50 })
  const hall = await announce(harbour, { capacity: 50, pin_required: true })
  const [vera, ivo, lou] = [
    await hire(harbour, 'Vera'),
    await hire(harbour, 'Ivo'),
    await hire(harbour, 'Lou'),
  ]
  const change = (statement: string, ...values: unknown[]) =>
    sql(server.database.url, statement, values)
  const kiosk = await openKiosk()
  const { page } = kiosk
  await page.clock.install()
  const door = await openDoor(kiosk, harbour, open)
  /** Types a PIN, and reads why it was not taken. */
  const refuses = (code: string, word: string, pin = PIN) =>
    test.step(code, async () => {
      await expect(kiosk.screen('pin')).toBeVisible()
      await stopClock(page)
      await kiosk.tapPin(pin)
      await expect(kiosk.screen('pin')).toContainText(word)
      await page.clock.resume()
    })

  await kiosk.button('Change performance').click()
  await kiosk.button(new RegExp(hall.title)).click()
  await kiosk.choose('Vera')
  await refuses('PIN_WRONG', 'Wrong PIN', WRONG_PIN)
  const kid = await sealFor(kiosk, 'A'.repeat(43))
  await refuses('PIN_UNREADABLE', 'Please type again')
  await sealFor(kiosk, kid)
  // What the tablet has not been told yet, as when it pulled a moment before.
  await change('update staff set active = false where id = $1', vera.id)
  await refuses('STAFF_INACTIVE', 'Not active')
  await change('update staff set active = true where id = $1', vera.id)
  await kiosk.button('Someone else').click()
  await kiosk.choose('Ivo')
  await change('delete from staff_pin where staff_id = $1', ivo.id)
  await change('delete from staff where id = $1', ivo.id)
  await refuses('STAFF_UNKNOWN', 'Unknown person')
  await kiosk.button('Someone else').click()
  await kiosk.choose('Lou')
  await change(
    `insert into pin_counter (merchant_id, staff_id, device_id, wrong, locked_until)
       select merchant_id, id, $2, 5, now() + interval '30 minutes' from staff where id = $1`,
    lou.id,
    door.id,
  )
  await test.step('STAFF_LOCKED', async () => {
    await expect(kiosk.screen('pin')).toBeVisible()
    await stopClock(page)
    await kiosk.tapPin(PIN)
    await expect(page.locator('[data-pin="locked"]')).toBeVisible()
    await page.clock.resume()
  })
  await kiosk.button('Someone else').click()
  await kiosk.choose('Vera')
  await kiosk.tapPin(PIN)
  await expect(kiosk.verdict).toContainText('Signed on until')
  await goOn(kiosk)

  await test.step('VOID_UNKNOWN', async () => {
    await letOneIn(kiosk, 'accepted', 'Come in')
    const move = `update device set store_id = (select id from store
      where merchant_id = device.merchant_id and id <> device.store_id limit 1) where id = $1`
    await change(move, door.id)
    await undo(kiosk, 'VOID_UNKNOWN', 'Nothing to undo')
    await change('update device set store_id = $2 where id = $1', door.id, harbour.store.id)
    await goOn(kiosk)
  })
  await test.step('VOID_ALREADY', async () => {
    await letOneIn(kiosk, 'accepted', 'Come in')
    const guests = (await kiosk.rows('outbox')).filter(({ kind }) => kind === 'ticket.walk_in')
    const newest = guests.toSorted((one, other) => Number(one['seq']) - Number(other['seq'])).at(-1)
    const data = { op_id: newest?.['id'], reason: 'A slip at the door' }
    const shown = { status: 'accepted', code: null }
    await pushByHand(harbour, { id: uuidv7(), kind: 'op.void', shown, data })
    await undo(kiosk, 'VOID_ALREADY', 'Already undone')
    await goOn(kiosk)
  })
  await test.step('VOID_TOO_LATE', async () => {
    await page.context().setOffline(true)
    await kiosk.says('offline', 0)
    await letOneIn(kiosk, 'accepted', 'Come in')
    await page.clock.setSystemTime(Date.now() + 16 * 60_000)
    await undoButton(kiosk).click({ timeout: 10_000 })
    await kiosk.seesVerdict('Too late')
    await page.clock.setSystemTime(Date.now())
    await goOn(kiosk)
    await page.context().setOffline(false)
    await kiosk.says('online', 0)
  })

  const signOn = `update sign_on set %s where staff_id = $1 and accepted`
  const refusesOne = (code: string, word: string) =>
    test.step(code, async () => {
      await letOneIn(kiosk, code, word)
      await goOn(kiosk)
    })
  await change(signOn.replace('%s', `occurred_at = occurred_at - interval '13 hours'`), vera.id)
  await refusesOne('SIGN_ON_EXPIRED', 'Sign on again')
  await change(signOn.replace('%s', 'accepted = false'), vera.id)
  await refusesOne('SIGN_ON_REJECTED', 'Sign-on refused')
  await change('delete from sign_on where staff_id = $1', vera.id)
  await refusesOne('SIGN_ON_MISSING', 'PIN needed')
  await change(`update device set jobs = '{clock}' where id = $1`, door.id)
  await refusesOne('JOB_NOT_ALLOWED', 'Not this tablet')
})

/** What the tablet would send of its operations, changed in its own database. */
function damage(kiosk: KioskScreen, wires: Readonly<Record<string, string>>): Promise<void> {
  return kiosk.page.evaluate(
    (changed) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('counterfoil')
        opening.addEventListener('error', () => reject(new Error('cannot be opened')))
        opening.addEventListener('success', () => {
          const database = opening.result
          const writing = database.transaction('outbox', 'readwrite')
          const outbox = writing.objectStore('outbox')
          for (const [id, wire] of Object.entries(changed)) {
            const reading = outbox.get(id)
            reading.addEventListener('success', () => outbox.put({ ...reading.result, wire }))
          }
          writing.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      }),
    wires,
  )
}

test('what a damaged tablet hands in is told on its screens, code by code', async ({
  openKiosk,
  harbour,
}) => {
  const play = await announce(harbour, { capacity: 50 })
  const kiosk = await openKiosk()
  const { page } = kiosk
  await page.clock.install()
  await openDoor(kiosk, harbour, play)
  await letOneIn(kiosk, 'accepted', 'Come in')
  await goOn(kiosk)
  await kiosk.says('online', 0)
  await page.context().setOffline(true)
  await kiosk.says('offline', 0)
  for (let n = 0; n < 4; n += 1) {
    await letOneIn(kiosk, 'accepted', 'Come in')
    await goOn(kiosk)
  }
  const rows = (await kiosk.rows('outbox')).toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
  const ops = rows.slice(-4).map(({ id, wire }) => ({ id: String(id), wire: String(wire) }))
  const [unknown, malformed, taken, twice] = ops
  const first = Number(rows.at(-5)?.['seq'])
  await damage(kiosk, {
    [unknown?.id ?? '']: (unknown?.wire ?? '').replace('ticket.walk_in', 'ticket.wave'),
    [malformed?.id ?? '']: (malformed?.wire ?? '').replace('"count":1', '"count":"one"'),
    [twice?.id ?? '']: (twice?.wire ?? '').replace(/"seq":\d+/, `"seq":${first}`),
  })
  const shown = { status: 'accepted', code: null }
  const data = { performance_id: play.id, count: 2 }
  await pushByHand(harbour, { id: taken?.id, kind: 'ticket.walk_in', shown, data })
  await page.context().setOffline(false)
  await expect(page.getByText('4 things were refused later')).toBeVisible({ timeout: 30_000 })
  await kiosk.button('Have a look').click()
  const notices = kiosk.screen('notices')
  await expect(notices).toContainText('Not understood')
  await expect(notices).toContainText('Not readable')
  await expect(notices).toContainText('Does not match')
  await expect(notices).toContainText('Number used twice')
})
