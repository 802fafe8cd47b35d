/** The PIN rules as the wire shows them: counting, locking, and no oracle while locked. */
import { statusAndCode } from '../harness/answer'
import type { TabletClient } from '../harness/tablet-client'
import type { Op } from '../harness/wire'
import { expect, must, outcome, test, verdicts, HOUR, MINUTE, PIN, WRONG_PIN } from './world'

const signOns = (
  tablet: TabletClient,
  person: string,
  pins: readonly string[],
  start: number,
): Promise<Op[]> =>
  pins.reduce(
    async (before, pin, index) => [
      ...(await before),
      await tablet.signOn(person, pin, { at: new Date(start + index * 1_000) }),
    ],
    Promise.resolve<Op[]>([]),
  )

test('the fifth wrong PIN locks this person on this tablet, and then nothing tells right from wrong', async ({
  harbour,
}) => {
  const start = Date.now() - 3 * HOUR
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const wrong = Array.from({ length: 5 }, () => WRONG_PIN)
  const first = await verdicts(tablet, await signOns(tablet, person.id, wrong, start))
  expect(first.map(outcome)).toEqual(wrong.map(() => 'PIN_WRONG'))
  expect(first.map(({ detail }) => detail['attempts_left'])).toEqual([4, 3, 2, 1, 0])

  const locked = await verdicts(
    tablet,
    await signOns(tablet, person.id, [PIN, WRONG_PIN, PIN], start + 10_000),
  )
  expect(locked.map(outcome)).toEqual(['STAFF_LOCKED', 'STAFF_LOCKED', 'STAFF_LOCKED'])
  const until = new Date(start + 4_000 + 30 * MINUTE).toISOString()
  for (const { detail } of locked) expect(detail).toEqual({ locked_until: until })

  const other = await harbour.tablet()
  const elsewhere = await signOns(other, person.id, [PIN], start + 20_000)
  expect((await verdicts(other, elsewhere)).map(outcome)).toEqual(['accepted'])

  const later = await signOns(tablet, person.id, [PIN], start + 4_000 + 30 * MINUTE)
  expect((await verdicts(tablet, later)).map(outcome)).toEqual(['accepted'])
})

test('a right PIN starts the count anew', async ({ harbour }) => {
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const pins = [...Array<string>(4).fill(WRONG_PIN), PIN, ...Array<string>(4).fill(WRONG_PIN), PIN]
  const ops = await signOns(tablet, person.id, pins, Date.now() - HOUR)
  const got = (await verdicts(tablet, ops)).map(outcome)
  expect(got).toEqual(pins.map((pin) => (pin === PIN ? 'accepted' : 'PIN_WRONG')))
})

test('of twenty guesses pushed at once, five are tested', async ({ harbour }) => {
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const pins = Array.from({ length: 20 }, (_, index) => String(900_000 + index * 7))
  const ops = await signOns(tablet, person.id, pins, Date.now() - 10 * MINUTE)
  const answers = await Promise.all(ops.map((op) => tablet.push([op])))
  const codes = answers.flatMap((answer) => must(answer, 200).verdicts.map(outcome))
  expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(5)
  expect(codes.filter((code) => code === 'STAFF_LOCKED')).toHaveLength(15)
})

test('twenty wrong PINs across tablets lock the person everywhere until a manager unlocks', async ({
  harbour,
}) => {
  const start = Date.now() - HOUR
  const person = await harbour.person()
  for (let counter = 0; counter < 5; counter += 1) {
    const tablet = await harbour.tablet()
    const pins = Array<string>(4).fill(WRONG_PIN)
    const ops = await signOns(tablet, person.id, pins, start + counter * 10_000)
    const codes = (await verdicts(tablet, ops)).map(outcome)
    expect(codes).toEqual(pins.map(() => 'PIN_WRONG'))
  }
  const fresh = await harbour.tablet()
  const refused = await signOns(fresh, person.id, [PIN], start + 100_000)
  expect((await verdicts(fresh, refused)).map(outcome)).toEqual(['STAFF_LOCKED'])
  must(await harbour.owner.post(`/merchant/staff/${person.id}/unlock`), 200)
  const after = await signOns(fresh, person.id, [PIN], Date.now())
  expect((await verdicts(fresh, after)).map(outcome)).toEqual(['accepted'])
})

test('sealed PINs belong to one op, device and person', async ({ harbour }) => {
  const [person, other] = [await harbour.person(), await harbour.person()]
  const [tablet, stranger] = [await harbour.tablet(), await harbour.tablet()]
  const original = await tablet.signOn(person.id, PIN)
  const sealed_pin = original.data['sealed_pin']
  const copies: [TabletClient, Op][] = [
    [tablet, tablet.op('staff.sign_on', { staff_id: person.id, sealed_pin })],
    [tablet, { ...(await tablet.signOn(other.id, PIN)), data: { staff_id: other.id, sealed_pin } }],
    [stranger, stranger.op('staff.sign_on', { staff_id: person.id, sealed_pin })],
  ]
  for (const [client, op] of copies) {
    expect((await verdicts(client, [op])).map(outcome)).toEqual(['PIN_UNREADABLE'])
  }
  expect((await verdicts(tablet, [original])).map(outcome)).toEqual(['accepted'])
})

test('odd PINs are wrong, unreadable or unknown, and none of them breaks anything', async ({
  harbour,
}) => {
  const person = await harbour.person()
  for (const pin of ['', '730', '7'.repeat(100), '٧٣٠٥٢٨', '７３０５２８', ' 730528']) {
    const tablet = await harbour.tablet()
    const [verdict] = await verdicts(tablet, [await tablet.signOn(person.id, pin)])
    expect(['PIN_WRONG', 'PIN_UNREADABLE'], pin).toContain(verdict?.code)
  }
  const tablet = await harbour.tablet()
  const nobody = await tablet.signOn('01931f6e-7c00-7000-8000-00000000dead', PIN)
  const [verdict] = await verdicts(tablet, [nobody])
  expect(verdict?.code).toBe('STAFF_UNKNOWN')
  must(await harbour.owner.patch(`/merchant/staff/${person.id}`, { active: false }), 200)
  const gone = await tablet.signOn(person.id, PIN)
  expect((await verdicts(tablet, [gone])).map(outcome)).toEqual(['STAFF_INACTIVE'])
})

test('a new PIN does not undo a sign-on that happened before it', async ({ harbour }) => {
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const before = await tablet.signOn(person.id, PIN, { at: new Date() })
  const offlineSince = new Date()
  must(await harbour.owner.post(`/merchant/staff/${person.id}/pin`, { pin: '582914' }), 200)
  expect((await verdicts(tablet, [before])).map(outcome)).toEqual(['accepted'])
  const after = await tablet.signOn(person.id, PIN, {
    at: new Date(offlineSince.getTime() + 2_000),
  })
  const fresh = await tablet.signOn(person.id, '582914')
  const codes = (await verdicts(tablet, [after, fresh])).map(outcome)
  expect(codes).toEqual(['PIN_WRONG', 'accepted'])
})

test('weak PINs cannot be set', async ({ harbour }) => {
  const person = await harbour.person()
  for (const pin of ['111111', '123456', '654321', '1234', '12', '123456789', 'abcdef']) {
    const answer = await harbour.owner.post(`/merchant/staff/${person.id}/pin`, { pin })
    expect(statusAndCode(answer), pin).toMatch(/^(422 VALIDATION|400 BODY_MALFORMED)$/)
  }
})
