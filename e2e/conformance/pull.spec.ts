/** Wire contract, section 7: the pull names every change once it is committed, and nothing private. */
import { createHash, createHmac } from 'node:crypto'
import { statusAndCode } from '../harness/answer'
import { TabletClient } from '../harness/tablet-client'
import type { Change, ClockNews } from '../harness/wire'
import { expect, must, test, verdicts, PIN, type Thing } from './world'

const ENTITIES = [
  'device',
  'staff',
  'program',
  'reward',
  'card',
  'performance',
  'ticket',
  'issuer_key',
  'settings',
  'verdict',
]

const of = (changes: readonly Change[], entity: string): Change[] =>
  changes.filter((change) => change.entity === entity)

test('the first pull is a fresh start with everything; the next has nothing', async ({
  harbour,
}) => {
  const program = await harbour.program()
  const { card } = await harbour.card(program)
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const first = must(await tablet.pull(), 200)
  expect(first.reset).toBe(true)
  const { changes, cursor } = await tablet.pullAll()
  const ids = changes.map(({ entity, id }) => `${entity} ${id}`)
  expect(ids).toContain(`program ${program.id}`)
  expect(ids).toContain(`card ${card.id}`)
  expect(ids).toContain(`staff ${person.id}`)
  expect(ids).toContain(`device ${tablet.identity.device.id}`)
  expect(ENTITIES).toEqual(
    expect.arrayContaining([...new Set(changes.map(({ entity }) => entity))]),
  )
  const next = must(await tablet.pull(cursor), 200)
  expect(next).toMatchObject({ changes: [], more: false, reset: false })
  expect(Math.abs(Date.parse(next.server_time) - Date.now())).toBeLessThan(60_000)
})

test('small pages add up to the same as one large page', async ({ harbour }) => {
  const program = await harbour.program()
  must(
    await harbour.owner.post('/merchant/cards/batch', { program_id: program.id, count: 60 }),
    201,
  )
  const tablet = await harbour.tablet()
  const key = ({ entity, id }: Change): string => `${entity} ${id}`
  const large = (await tablet.pullAll()).changes.map(key)
  const small = (await tablet.pullAll(undefined, 7)).changes.map(key)
  expect(new Set(small)).toEqual(new Set(large))
  expect(of((await tablet.pullAll()).changes, 'card').length).toBeGreaterThanOrEqual(60)
})

test('what changes later comes once, what goes comes as null', async ({ harbour }) => {
  const person = await harbour.person()
  const program = await harbour.program()
  const tablet = await harbour.tablet()
  const { cursor } = await tablet.pullAll()
  must(await harbour.owner.patch(`/merchant/programs/${program.id}`, { name: 'Renamed' }), 200)
  const gone = await harbour.owner.delete(`/merchant/staff/${person.id}`)
  expect(gone.status).toBeLessThan(300)
  const { changes, cursor: next } = await tablet.pullAll(cursor)
  const renamed = changes.find(({ id }) => id === program.id)
  expect(renamed?.data?.['name']).toBe('Renamed')
  const left = changes.filter(({ id }) => id === person.id)
  expect(left).toHaveLength(1)
  expect(left[0]?.data === null || left[0]?.data['active'] === false).toBe(true)
  expect((await tablet.pullAll(next)).changes).toEqual([])
})

test('no committed change is skipped while many write and one reads', async ({ harbour }) => {
  const program = await harbour.program()
  const tablet = await harbour.tablet()
  const start = await tablet.pullAll()
  const seen = new Set<string>()
  const made: string[] = []
  let writing = true
  const reader = (async () => {
    let { cursor } = start
    for (;;) {
      const last = !writing
      const page = await tablet.pullAll(cursor, 5)
      page.changes.forEach(({ id }) => seen.add(id))
      cursor = page.cursor
      if (last) return
    }
  })()
  const writer = async (): Promise<void> => {
    for (let n = 0; n < 15; n += 1) made.push((await harbour.card(program)).card.id)
  }
  await Promise.all(Array.from({ length: 8 }, writer))
  writing = false
  await reader
  expect(made.filter((id) => !seen.has(id))).toEqual([])
})

test('a card is found by the hash of its token, which is itself stored nowhere', async ({
  harbour,
}) => {
  const { card, token } = await harbour.card(await harbour.program())
  const tablet = await harbour.tablet()
  const { changes } = await tablet.pullAll()
  const hash = createHash('sha256').update(token).digest('base64url')
  expect(changes.find(({ id }) => id === card.id)?.data?.['token_hash']).toBe(hash)
  expect(JSON.stringify(changes)).not.toContain(token)
})

test('a verifier fits the right PIN and at least a thousand others', async ({ harbour }) => {
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const { changes } = await tablet.pullAll()
  const staff = changes.find(({ entity, id }) => entity === 'staff' && id === person.id)
  const verifier = staff?.data?.['verifier'] as { salt: string; bits: number; digest: string }
  expect(verifier.bits).toBe(9)
  const digestOf = (encoding: BufferEncoding, pin: string): number =>
    createHmac('sha256', Buffer.from(verifier.salt, encoding))
      .update(pin)
      .digest()
      .readUInt16BE(0) >>
    (16 - verifier.bits)
  const stored = Buffer.from(verifier.digest, 'base64url')
  const padded = Buffer.concat([stored, Buffer.alloc(2)]).readUInt16BE(0) >> (16 - verifier.bits)
  expect(padded).toBe(digestOf('base64url', PIN))
  const fitting = Array.from({ length: 10_000 }, (_, pin) => String(pin * 100).padStart(6, '0'))
  const share = fitting.filter((pin) => digestOf('base64url', pin) === padded).length
  expect(share).toBeGreaterThan(5)
})

test('no e-mail, phone, hash of a PIN or foreign thing is pulled', async ({ harbour, rival }) => {
  const foreign = await rival.card(await rival.program())
  const tablet = await harbour.tablet()
  const text = JSON.stringify((await tablet.pullAll()).changes)
  expect(text).not.toContain(foreign.card.id)
  expect(text).not.toMatch(/@[a-z]+\.example/)
  expect(text).not.toMatch(/\$2[aby]\$/)
  expect(text).not.toMatch(/"(phone|email|hash_sealed|password_hash)"/)
})

test('tampered and foreign cursors are refused', async ({ harbour, rival }) => {
  const tablet = await harbour.tablet()
  const other = await rival.tablet()
  const { cursor } = await other.pullAll()
  expect(statusAndCode(await tablet.pull(`${cursor}x`))).toBe('400 CURSOR_INVALID')
  expect(statusAndCode(await tablet.pull('0'))).toBe('400 CURSOR_INVALID')
  const foreign = await tablet.pull(cursor)
  const harmless = foreign.status === 200 && foreign.body.reset
  expect(harmless || statusAndCode(foreign) === '400 CURSOR_INVALID').toBe(true)
  for (const limit of [0, -1, 1.5, 1e9]) {
    expect((await tablet.pull(undefined, limit)).status, `${limit}`).toBeGreaterThanOrEqual(400)
  }
})

test('a review changes what the tablet is told about its own op', async ({ harbour }) => {
  const { token } = await harbour.card(await harbour.program())
  const [tablet, other] = [await harbour.tablet(), await harbour.tablet()]
  const stamp = tablet.op('loyalty.stamp', { card_token: token })
  const refused = tablet.op('loyalty.stamp', { card_token: token })
  await verdicts(tablet, [stamp, refused])
  const [mine, theirs] = [await tablet.pullAll(), await other.pullAll()]
  const reviews = await harbour.owner.all<{ id: string; op_id: string }>('/merchant/reviews')
  const review = reviews.find(({ op_id }) => op_id === refused.id)
  const decision = { action: 'accept', note: 'seen it' }
  must(await harbour.owner.post(`/merchant/reviews/${review?.id}/resolve`, decision), 200)
  const told = of((await tablet.pullAll(mine.cursor)).changes, 'verdict')
  expect(told.map(({ id }) => id)).toContain(refused.id)
  expect(of((await other.pullAll(theirs.cursor)).changes, 'verdict')).toEqual([])
})

test('live says when there is something to pull', async ({ harbour }) => {
  const program = await harbour.program()
  const tablet = await harbour.tablet()
  const { cursor } = await tablet.pullAll()
  const abort = new AbortController()
  const events = tablet.live(abort.signal)
  const first = events.next()
  let made: string | undefined
  const nudge = setInterval(() => {
    harbour.card(program).then(
      ({ card }) => (made ??= card.id),
      () => clearInterval(nudge),
    )
  }, 300)
  try {
    expect((await first).value).toBe('change')
  } finally {
    clearInterval(nudge)
    abort.abort()
  }
  await expect.poll(() => made).toBeDefined()
  const { changes } = await tablet.pullAll(cursor)
  expect(changes.map(({ id }) => id)).toContain(made)
})

test('after revocation a tablet pulls nothing; recovered ops go through a new pairing to review', async ({
  harbour,
}) => {
  const { token } = await harbour.card(await harbour.program())
  const tablet = await harbour.tablet()
  const old = tablet.identity
  const unsent = tablet.op('loyalty.stamp', { card_token: token })
  const device = `/merchant/devices/${old.device.id}`
  must(await harbour.owner.post(`${device}/revoke`, { reason: 'lost' }), 200)
  expect(statusAndCode(await tablet.push([unsent]))).toBe('401 TERMINAL_DEVICE_REVOKED')

  const { pairing } = await harbour.pairing()
  const again = await TabletClient.pair(pairing)
  must(await again.claim(), 200)
  const recovered_from = { device_id: old.device.id, incarnation: old.incarnation }
  const answer = must(await again.push([unsent], { recovered_from }), 200)
  expect(answer.verdicts[0]).toMatchObject({ id: unsent.id, seq: unsent.seq, status: 'accepted' })
  expect(answer.verdicts[0]?.flags).toContain('RECOVERED')
  const reviews = await harbour.owner.all<{ op_id: string }>('/merchant/reviews')
  expect(reviews.map(({ op_id }) => op_id)).toContain(unsent.id)
  const repeat = must(await again.push([unsent], { recovered_from }), 200)
  expect(repeat.verdicts).toEqual(answer.verdicts)
})

/** Pulls until there is no more; the last that was told of each person stands. */
async function clockOf(tablet: TabletClient, limit: number, from?: string) {
  const told = new Map<string, ClockNews['people'][number]['punches']>()
  for (let at = from; ;) {
    const page = must(await tablet.pull(at, limit), 200)
    for (const { staff_id, punches } of page.clock?.people ?? []) told.set(staff_id, punches)
    at = page.cursor
    if (!page.more) return { told, cursor: at, last: page }
  }
}

test('an entrance is told of its people’s punches beside the page, whole and once; nobody else is', async ({
  harbour,
}) => {
  const people = [await harbour.person(), await harbour.person(), await harbour.person()]
  const [entrance, other] = [await harbour.tablet(['clock']), await harbour.tablet(['clock'])]
  const clocked = async ({ id }: Thing, kind: string, at: Date) => {
    const signOn = await entrance.signOn(id, PIN, { at })
    const op = entrance.op(kind, {}, { at, sign_on: signOn.id })
    await verdicts(entrance, [signOn, op])
    return op
  }
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const came = []
  for (const person of people) came.push(await clocked(person, 'clock.in', hoursAgo(3)))

  const { told, cursor, last } = await clockOf(other, 2)
  for (const [index, { id }] of people.entries()) {
    const { id: op_id, seq, at } = came[index] ?? {}
    expect(told.get(id)).toEqual([{ op_id, punch: 'in', at, seq, manual: false }])
  }
  expect(last.clock?.rules).toMatchObject({ round_minutes: 1, automatic_breaks: [] })
  expect(Object.keys(last.clock?.rules ?? {})).not.toContain('phone_punches')
  // The mark that brought it is no entity of the wire.
  const { changes } = await other.pullAll()
  expect(changes.map(({ entity }) => entity)).not.toContain('clock')

  const [first] = people
  const out = await clocked(first ?? { id: '' }, 'clock.out', hoursAgo(1))
  const next = await clockOf(other, 500, cursor)
  expect([...next.told.keys()]).toEqual([first?.id])
  expect(next.told.get(first?.id ?? '')?.map(({ punch }) => punch)).toEqual(['in', 'out'])

  // A correction strikes one of them and adds another: all that counts then is told again.
  const adds = { punch: 'out', at: hoursAgo(2).toISOString(), store_id: harbour.store.id }
  const body = { staff_id: first?.id, strikes: out.id, adds, reason: 'left earlier' }
  must(await harbour.owner.post('/merchant/amendments', body), 201)
  const corrected = await clockOf(other, 500, next.cursor)
  expect(corrected.told.get(first?.id ?? '')).toMatchObject([
    { op_id: came[0]?.id, punch: 'in', manual: false },
    { punch: 'out', at: adds.at, seq: null, manual: true },
  ])
  expect((await clockOf(other, 500, corrected.cursor)).told.size).toBe(0)

  const counter = await harbour.tablet(['loyalty', 'door'])
  expect(must(await counter.pull(), 200).clock).toBeUndefined()
})
