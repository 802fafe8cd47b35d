/** Section 6 of the wire contract, at the door: every code, and the screen that a person sees. */
import { sql } from '../harness/database'
import { must } from '../harness/shop'
import { announce, filmTicket, forged, goOn, openDoor, sell } from './lib/door'
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
