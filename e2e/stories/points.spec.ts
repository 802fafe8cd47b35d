/** A card of points: a sum at the counter, a reward from the console, redeemed and undone. */
import { must } from '../harness/shop'
import { inspect, KIOSK_SIZES } from './lib/inspect'
import { expect, test } from './lib/story'

test('a purchase earns points; with enough of them a reward is redeemed, and taken back', async ({
  openKiosk,
  desk,
  harbour,
}) => {
  test.setTimeout(120_000)
  const kiosk = await openKiosk()
  await kiosk.page.clock.install()
  await kiosk.open()
  const program = await harbour.program({ kind: 'points', pin_required: false })
  const { token, card } = await harbour.card(program)

  await test.step('the owner adds a reward', async () => {
    await desk.open(`/programs/${program.id}`)
    await desk.button('Add a reward').click()
    await desk.dialog.getByLabel('Name').fill('A slice of cake')
    await desk.dialog.getByRole('textbox', { name: 'Cost in points' }).fill('10')
    await desk.dialog.getByRole('button', { name: 'Save changes' }).click()
    await desk.seesToast('Reward saved')
    await expect(desk.page.getByText('A slice of cake')).toBeVisible()
  })

  await test.step('the counter asks for the sum and gives the points', async () => {
    const { pairing } = await harbour.pairing()
    await kiosk.pair(pairing)
    await kiosk.filmCard(token)
    const pad = kiosk.screen('choose').getByRole('group', { name: 'Amount' })
    for (const digit of '1250') await pad.getByRole('button', { name: digit, exact: true }).click()
    await expect(kiosk.screen('choose').getByRole('status')).toHaveText('€12.50')
    await inspect(kiosk.page, 'choose-points', KIOSK_SIZES)
    await kiosk.button('Add 12 points').click()
    await kiosk.seesVerdict('Points added', 'confirmed')
    await expect(kiosk.verdict).toContainText('12 points on the card')
    await kiosk.goOn()
  })

  const points = async (): Promise<number> => {
    const answer = await harbour.owner.get<{ card: { points: number } }>(
      `/merchant/cards/${card.id}`,
    )
    return must(answer, 200).card.points
  }

  await test.step('the reward is offered, redeemed and undone', async () => {
    // For so long the same card would be taken for one that is held still.
    await kiosk.page.clock.fastForward(2_500)
    await kiosk.filmCard(token)
    await inspect(kiosk.page, 'choose-reward', KIOSK_SIZES)
    await kiosk.button('Redeem A slice of cake').click()
    await kiosk.seesVerdict('Redeemed', 'confirmed')
    await expect(kiosk.verdict).toContainText('2 points on the card')
    expect(await points()).toBe(2)
    await kiosk.verdict.getByRole('button', { name: 'Undo' }).click()
    await kiosk.seesVerdict('Undone')
    await expect.poll(points).toBe(12)
  })

  await test.step('the ledger tells it in sentences', async () => {
    await desk.open(`/ledger?card_id=${card.id}`)
    await expect(desk.page.getByText('A slice of cake, −10 points')).toBeVisible()
  })
})
