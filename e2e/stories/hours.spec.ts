/** Hours in the console: put right, asked for, closed, opened again; and the posters. */
import { sql } from '../harness/database'
import { must } from '../harness/shop'
import { TabletClient } from '../harness/tablet-client'
import { CONSOLE_SIZES, inspect, seeFits } from './lib/inspect'
import { expect, hire, test } from './lib/story'

const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

test('a manager puts hours right, and every trace of it stays', async ({ desk, harbour }) => {
  test.setTimeout(180_000)
  const { page } = desk
  const person = await hire(harbour)
  const tablet = await harbour.tablet(['clock'])
  const signOn = await tablet.signOn(person.id, person.pin)
  must(await tablet.push([signOn, tablet.op('clock.in', {}, { sign_on: signOn.id })]), 200)
  const { items } = must(
    await harbour.owner.get<{ items: { id: string; name: string }[] }>('/merchant/stores'),
    200,
  )
  const store_id = items[0]?.id ?? ''
  const punches = page.getByRole('region', { name: 'Clocked, as it came' })
  const trace = page.getByRole('region', { name: 'Corrections' })

  await test.step('a time that was forgotten is added, with a reason', async () => {
    await desk.open(`/clock/${person.id}`)
    await desk.button('Add a time').click()
    await desk.select('What', 'On a break')
    await desk.dialog.getByLabel('Time').fill('00:00')
    await desk.dialog.getByLabel('Reason').fill('Told me at noon')
    await inspect(page, 'hours-add', CONSOLE_SIZES)
    await desk.dialog.getByRole('button', { name: 'Add a time' }).click()
    await desk.seesToast('Time added')
    await expect(punches).toContainText('entered by hand')
    await expect(trace).toContainText('Told me at noon')
  })

  await test.step('what was clocked is struck, and stays in view', async () => {
    const row = punches.getByRole('row', { name: /PIN at a tablet/ })
    await row.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await desk.dialog.getByLabel('Reason').fill('Wrong person')
    await desk.dialog.getByRole('button', { name: 'Remove' }).click()
    await expect(row).toContainText('Corrected')
    await trace.getByRole('button', { name: 'Take back' }).first().click()
    await desk.dialog.getByLabel('Reason').fill('It was the right one')
    await desk.dialog.getByRole('button', { name: 'Take back' }).click()
    await expect(row).toContainText('Counts')
    await expect(trace).toContainText('no longer stands')
    await inspect(page, 'hours-person', CONSOLE_SIZES)
    await seeFits(page, 390, 'corrections')
  })

  await test.step('“I forgot to clock out” is answered in the inbox', async () => {
    const body = { staff_id: person.id, store_id, punch: 'out', at: ago(1), note: 'In a hurry' }
    must(await harbour.owner.post('/merchant/requests', body), 201)
    await desk.open('/clock?part=requests')
    const request = page.getByRole('article').filter({ hasText: person.name })
    await expect(request).toContainText('In a hurry')
    await request.getByRole('button', { name: 'Accept' }).click()
    await inspect(page, 'hours-accept', CONSOLE_SIZES)
    await desk.dialog.getByRole('button', { name: 'Accept' }).click()
    await desk.seesToast('Request accepted')
    await expect(request).toHaveCount(0)
  })

  await test.step('who asks again is shown what was decided, and pictures of it all', async () => {
    await desk.open('/clock?view=picture&span=week')
    await expect(page.getByRole('region', { name: 'When people worked' })).toContainText(
      person.name,
    )
    await inspect(page, 'hours-picture', CONSOLE_SIZES)
    await seeFits(page, 390, 'the picture')
    await page.getByRole('link', { name: 'Print sheets' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sheets to print')
    await inspect(page, 'hours-print', CONSOLE_SIZES)
  })
})

test('a period waits for its tablets, unless each is named; opened again with a reason', async ({
  desk,
  harbour,
  server,
}) => {
  const { page } = desk
  const { device, pairing } = await harbour.pairing(['clock'])
  must(await (await TabletClient.pair(pairing)).claim(), 200)
  // Paired long ago, and silent ever since.
  await sql(
    server.database.url,
    `update device set claimed_at = now() - interval '90 days', drained_at = null
      where id = $1`,
    [device.id],
  )
  await desk.open('/clock?part=periods')
  await desk.button('Close a period').click()
  await desk.dialog.getByRole('button', { name: 'Close it' }).click()
  await expect(desk.dialog).toContainText('Not all tablets have sent everything')
  await inspect(page, 'hours-lagging', CONSOLE_SIZES)
  // Nobody named: it is asked once more, for the tablets may have told all by now.
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/merchant/periods'))
  await desk.dialog.getByRole('button', { name: 'Try again' }).click()
  expect((await asked).request().postDataJSON()).toMatchObject({ without: [] })
  await expect(desk.dialog).toContainText('Not all tablets have sent everything')
  for (const field of await desk.dialog.getByRole('textbox', { name: /^Type “/ }).all()) {
    await field.fill('something else')
  }
  await desk.dialog.getByLabel('Why without them').fill('It fell into the harbour')
  await desk.dialog.getByRole('button', { name: 'Close without them' }).click()
  await expect(desk.dialog).toContainText('That is not its name.')
  for (const field of await desk.dialog.getByRole('textbox', { name: /^Type “/ }).all()) {
    const labelled = await field.evaluate(
      (input) => (input as HTMLInputElement).labels?.[0]?.textContent,
    )
    await field.fill(/“(.+)”/.exec(labelled ?? '')?.[1] ?? '')
  }
  await desk.dialog.getByRole('button', { name: 'Close without them' }).click()
  await desk.seesToast('Period closed')
  const period = page.getByRole('article').first()
  await expect(period).toContainText(device.label)
  await expect(period).toContainText('It fell into the harbour')
  await period.getByRole('button', { name: 'Open again' }).click()
  await desk.dialog.getByLabel('Reason').fill('A sheet was wrong')
  await desk.dialog.getByRole('button', { name: 'Open again' }).click()
  await expect(period).toContainText('Opened again by')
  await expect(period).toContainText('A sheet was wrong')
  await inspect(page, 'hours-periods', CONSOLE_SIZES)
})

test('a poster is made, printed and replaced; the old one opens nothing', async ({
  desk,
  server,
}) => {
  const { page } = desk
  await desk.open('/clock?part=phones')
  const onPhones = page.getByRole('switch', { name: /own phones/ })
  if (!(await onPhones.isChecked()))
    await page.getByText('People may clock on their own phones').click()
  await expect(onPhones).toBeChecked()
  const issue = async (): Promise<string> => {
    await page
      .getByRole('button', { name: /^(Make a|New) poster$/ })
      .first()
      .click()
    await desk.dialog.getByRole('button', { name: /poster$/ }).click()
    const link = desk.dialog.getByRole('link', { name: 'Open the A4 sheet to print' })
    const address = (await link.getAttribute('href')) ?? ''
    await page.keyboard.press('Escape')
    return address
  }
  const first = await issue()
  expect((await fetch(first)).status).toBe(200)
  expect(await (await fetch(first)).text()).toContain('lang="lb"')
  await inspect(page, 'hours-phones', CONSOLE_SIZES)
  const second = await issue()
  expect(second).not.toBe(first)
  expect((await fetch(first)).status).toBe(410)
  expect((await fetch(second)).status).toBe(200)
  expect(new URL(second).origin).toBe(server.origin)
})
