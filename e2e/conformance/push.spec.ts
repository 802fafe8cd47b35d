/** Wire contract, sections 4 and 5: exactly once, final verdicts, bad ops among good ones. */
import { v7 as uuidv7 } from 'uuid'
import { statusAndCode } from '../harness/answer'
import type { Op } from '../harness/wire'
import { expect, must, outcome, test, verdicts, HOUR, MINUTE, type Shop } from './world'

interface LedgerItem {
  readonly op_id: string | null
  readonly kind: string
  readonly status: string
}

async function ledgerOf(shop: Shop, deviceId: string): Promise<LedgerItem[]> {
  return shop.owner.all<LedgerItem>(`/merchant/ledger?device_id=${deviceId}`)
}

test('twenty concurrent repeats of one batch take effect once and get one answer', async ({
  harbour,
}) => {
  const tablet = await harbour.tablet()
  const program = await harbour.program({ cooldown_minutes: 0, daily_limit: 100 })
  const { card, token } = await harbour.card(program)
  const ops = Array.from({ length: 10 }, () => tablet.op('loyalty.stamp', { card_token: token }))
  const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.push(ops)))
  const all = answers.map((answer) => must(answer, 200).verdicts)
  expect(all[0]?.map(outcome)).toEqual(ops.map(() => 'accepted'))
  for (const one of all) expect(one).toEqual(all[0])
  const entries = await ledgerOf(harbour, tablet.identity.device.id)
  expect(entries).toHaveLength(ops.length)
  expect(new Set(entries.map(({ op_id }) => op_id))).toEqual(new Set(ops.map(({ id }) => id)))
  const after = must(
    await harbour.owner.get<{ card: { stamps: number } }>(`/merchant/cards/${card.id}`),
    200,
  )
  expect(after.card.stamps).toBe(10)
})

test('the same op in another batch, later, beside others, keeps its verdict', async ({
  harbour,
}) => {
  const tablet = await harbour.tablet()
  const { token } = await harbour.card(await harbour.program())
  const stamp = tablet.op('loyalty.stamp', { card_token: token })
  const tooSoon = tablet.op('loyalty.stamp', { card_token: token })
  const [first, second] = await verdicts(tablet, [stamp, tooSoon])
  expect([first, second].map((verdict) => verdict?.code)).toEqual([null, 'STAMP_COOLDOWN'])
  const other = tablet.op('loyalty.stamp', { card_token: 'AAAAAAAAAAAAAAAAAAAAAA' })
  const again = await verdicts(tablet, [tooSoon, other, stamp, stamp])
  expect(again[0]).toEqual(second)
  expect(again[2]).toEqual(first)
  expect(again[3]).toEqual(first)
  expect(await ledgerOf(harbour, tablet.identity.device.id)).toHaveLength(3)
})

test('the same id with other content is OP_ID_REUSED, and the first stands', async ({
  harbour,
}) => {
  const tablet = await harbour.tablet()
  const { token } = await harbour.card(await harbour.program())
  const op = tablet.op('loyalty.stamp', { card_token: token })
  const [first] = await verdicts(tablet, [op])
  const forged: Op = { ...op, data: { card_token: token, count: 5 } }
  for (let repeat = 0; repeat < 2; repeat += 1) {
    const [reused] = await verdicts(tablet, [forged])
    expect(reused?.code).toBe('OP_ID_REUSED')
  }
  expect(await verdicts(tablet, [op])).toEqual([first])
  const reviews = await harbour.owner.all<{ op_id: string }>('/merchant/reviews')
  expect(reviews.filter(({ op_id }) => op_id === op.id)).toHaveLength(1)
})

test('the same seq with another id is SEQ_REUSED, and goes to review', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const { token } = await harbour.card(await harbour.program())
  const op = tablet.op('loyalty.stamp', { card_token: token })
  await verdicts(tablet, [op])
  const twin = tablet.op('staff.sign_off', {}, { seq: op.seq })
  const [verdict] = await verdicts(tablet, [twin])
  expect(verdict?.code).toBe('SEQ_REUSED')
  expect(await verdicts(tablet, [twin])).toEqual([verdict])
  const reviews = await harbour.owner.all<{ op_id: string }>('/merchant/reviews')
  expect(reviews.map(({ op_id }) => op_id)).toContain(twin.id)
})

test('an empty batch is a heartbeat, 500 ops are taken, 501 are not', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  expect(must(await tablet.push([]), 200)).toMatchObject({ verdicts: [], last_seq: 0, missing: [] })
  const ops = Array.from({ length: 501 }, () => tablet.op('staff.sign_off'))
  expect(statusAndCode(await tablet.push(ops))).toBe('413 TOO_LARGE')
  expect(must(await tablet.push([]), 200).last_seq).toBe(0)
  const answer = must(await tablet.push(ops.slice(0, 500)), 200)
  expect(answer.verdicts.map(({ id }) => id)).toEqual(ops.slice(0, 500).map(({ id }) => id))
  expect(answer.last_seq).toBe(500)
})

test('more bytes than max_bytes are refused, gzipped or not', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const { max_bytes } = tablet.identity.limits
  const padding = { queue: { pending: 0, oldest_at: null }, padding: 'x'.repeat(max_bytes) }
  expect(statusAndCode(await tablet.push([], padding))).toBe('413 TOO_LARGE')
  expect(statusAndCode(await tablet.push([], padding, { gzip: true }))).toBe('413 TOO_LARGE')
  expect((await tablet.push([])).status).toBe(200)
})

test('holes are named until they are filled', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const ops = Array.from({ length: 9 }, () => tablet.op('staff.sign_off'))
  const pick = (...seqs: number[]): Op[] => ops.filter(({ seq }) => seqs.includes(seq))
  expect(must(await tablet.push(pick(2, 3, 7)), 200)).toMatchObject({
    last_seq: 0,
    missing: [
      [1, 1],
      [4, 6],
    ],
  })
  expect(must(await tablet.push(pick(1, 5)), 200)).toMatchObject({
    last_seq: 3,
    missing: [
      [4, 4],
      [6, 6],
    ],
  })
  expect(must(await tablet.push(pick(4, 6, 8, 9)), 200)).toMatchObject({ last_seq: 9, missing: [] })
})

test('bad ops among good ones get their own verdicts and block nobody', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const { token } = await harbour.card(
    await harbour.program({ cooldown_minutes: 0, daily_limit: 100 }),
  )
  const stamp = (): Op => tablet.op('loyalty.stamp', { card_token: token })
  const bad: [string, unknown][] = [
    ['OP_MALFORMED', { ...stamp(), at: 'yesterday' }],
    ['OP_MALFORMED', { ...stamp(), data: {} }],
    ['OP_MALFORMED', { ...stamp(), data: { card_token: token, role: 'owner' } }],
    ['OP_MALFORMED', { ...stamp(), merchant_id: uuidv7() }],
    ['OP_MALFORMED', { ...stamp(), data: { card_token: token, count: 1.5 } }],
    ['OP_MALFORMED', { ...stamp(), offset_ms: '0' }],
    ['OP_MALFORMED', { ...stamp(), shown: undefined }],
    ['KIND_UNKNOWN', tablet.op('coffee.brew')],
    ['CARD_UNKNOWN', tablet.op('loyalty.stamp', { card_token: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['JOB_NOT_ALLOWED', tablet.op('ticket.walk_in', { performance_id: uuidv7(), count: 1 })],
  ]
  const ops = bad.flatMap(([, op]) => [op, stamp()])
  const got = (await verdicts(tablet, ops)).map(outcome)
  const jobs = got.map((code) => (code === 'KIND_UNKNOWN' ? 'KIND_UNKNOWN' : code))
  const expected = bad.flatMap(([code]) => [code, 'accepted'])
  // Kinds of jobs that this version does not have yet may be unknown to it altogether.
  const at = expected.indexOf('JOB_NOT_ALLOWED')
  expect(['JOB_NOT_ALLOWED', 'KIND_UNKNOWN']).toContain(jobs[at])
  expect(jobs.toSpliced(at, 1)).toEqual(expected.toSpliced(at, 1))
})

test('a batch with an op that cannot be named is refused whole', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const good = tablet.op('staff.sign_off')
  const nameless: unknown[] = [
    { ...tablet.op('staff.sign_off'), id: undefined },
    { ...tablet.op('staff.sign_off'), id: 'seven' },
    { ...tablet.op('staff.sign_off'), seq: undefined },
    { ...tablet.op('staff.sign_off'), seq: 0 },
    { ...tablet.op('staff.sign_off'), seq: 1.5 },
    { ...tablet.op('staff.sign_off'), seq: '3' },
    null,
    'op',
    [],
  ]
  for (const bad of nameless) {
    const answer = await tablet.push([good, bad])
    expect(statusAndCode(answer), JSON.stringify(bad)).toBe('400 BATCH_MALFORMED')
  }
  expect(must(await tablet.push([]), 200).last_seq).toBe(0)
})

test('bodies that are no batch are refused, and the server lives on', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const bodies = {
    empty: '',
    truncated: '{"sent_at":"2026-11-20T10:15:00.000Z","ops":[',
    'no object': '[]',
    'no ops': '{"sent_at":"2026-11-20T10:15:00.000Z"}',
    deep: `{"ops":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    proto: '{"__proto__":{"ops":[]}}',
    'huge number': '{"sent_at":1e309,"ops":[]}',
    'lone surrogate': '{"sent_at":"\\ud800","ops":[]}',
  }
  for (const [name, body] of Object.entries(bodies)) {
    const answer = await tablet.request('POST', '/store/sync/push', { body })
    expect(statusAndCode(answer), name).toMatch(/^400 (BATCH_MALFORMED|BODY_MALFORMED)$/)
  }
  const extra = await tablet.push([], { merchant_id: uuidv7() })
  expect(extra.status, 'unknown fields are refused').toBe(400)
  expect((await tablet.push([])).status).toBe(200)
})

test('gzip is understood, a broken one and other media types are refused', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const op = tablet.op('staff.sign_off')
  expect((await tablet.push([op], {}, { gzip: true })).status).toBe(200)
  const broken = { headers: { 'content-encoding': 'gzip' } }
  expect((await tablet.push([op], {}, broken)).status).toBe(400)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await tablet.push([op], {}, { headers: { 'content-type': type } })
    expect(statusAndCode(answer), type).toBe('415 MEDIA_TYPE')
  }
  const brotli = await tablet.push([op], {}, { headers: { 'content-encoding': 'br' } })
  expect(brotli.status).toBe(415)
})

test('another protocol version is told which ones are spoken', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const answer = await tablet.push([], {}, { headers: { 'counterfoil-protocol': '2' } })
  expect(statusAndCode(answer)).toBe('426 PROTOCOL_UNSUPPORTED')
  expect(answer.body).toMatchObject({ min: 1, max: 1 })
})

test('the time of an op is reckoned from what the tablet knew of the server clock', async ({
  harbour,
}) => {
  const tablet = await harbour.tablet()
  const now = Date.now()
  const tabletNow = new Date(now + 26 * HOUR)
  const ops = [
    tablet.op('staff.sign_off', {}, { at: new Date(now - 3 * HOUR), offset_ms: HOUR }),
    tablet.op('staff.sign_off', {}, { at: new Date(tabletNow.getTime() - HOUR), offset_ms: null }),
    tablet.op('staff.sign_off', {}, { at: new Date(now + HOUR), offset_ms: 0 }),
    tablet.op('staff.sign_off', {}, { at: new Date(now - 5 * HOUR), offset_ms: 0 }),
  ]
  const answer = must(await tablet.push(ops, { sent_at: tabletNow.toISOString() }), 200)
  const received = Date.parse(answer.received_at)
  const [known, uncertain, ahead, behind] = answer.verdicts
  expect(known?.occurred_at).toBe(new Date(now - 2 * HOUR).toISOString())
  expect(known?.flags).toContain('LATE')
  expect(Date.parse(uncertain?.occurred_at ?? '')).toBe(received - HOUR)
  expect(uncertain?.flags).toContain('CLOCK_UNCERTAIN')
  expect(Date.parse(ahead?.occurred_at ?? '')).toBe(received)
  expect(ahead?.flags).toContain('CLOCK_AHEAD')
  expect(behind?.occurred_at).toBe(ahead?.occurred_at)
  expect(behind?.flags).toContain('CLOCK_BEHIND')
  expect(Math.abs(received - now)).toBeLessThan(MINUTE)
})

test('device.lost closes the hole it names', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const before = tablet.op('staff.sign_off')
  tablet.nextSeq = 5
  const lost = tablet.op('device.lost', { from_seq: 2, to_seq: 4 })
  const answer = must(await tablet.push([before, lost]), 200)
  expect(answer.verdicts.map(outcome)[1]).toBe('accepted')
  expect(answer).toMatchObject({ last_seq: 5, missing: [] })
})
