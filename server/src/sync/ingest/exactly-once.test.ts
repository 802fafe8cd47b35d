import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop } from '../testing'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

describe('exactly once', () => {
  test('one stamp is answered, counted, entered in the ledger', async () => {
    const tablet = await shop.tablet()
    const card = await shop.freeCard()
    const op = tablet.stamp(card.token)
    const answer = await tablet.push([op])
    expect(answer).toMatchObject({
      last_seq: 1,
      missing: [],
      verdicts: [{ id: op.id, seq: 1, status: 'accepted', code: null, flags: [] }],
    })
    expect(await shop.stampsOn(card.id)).toBe(1)
  })

  test('twenty concurrent repeats of one batch take effect once and get one answer', async () => {
    const tablet = await shop.tablet()
    const card = await shop.freeCard()
    const before = await shop.count('ledger_entry')
    const ops = Array.from({ length: 10 }, () => tablet.stamp(card.token))
    const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.push(ops)))
    for (const answer of answers) expect(answer.verdicts).toEqual(answers[0]?.verdicts)
    expect(answers[0]?.verdicts.map(({ status }) => status)).toEqual(ops.map(() => 'accepted'))
    expect(await shop.stampsOn(card.id)).toBe(10)
    expect((await shop.count('ledger_entry')) - before).toBe(10)
  })
})
