import { formatInstant, HOUR, MINUTE, plus } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { LEASE } from './claim-mails'
import { createMailer, type Mailer } from './mailer'
import { isFinal, nextTry } from './retry'

interface Received {
  readonly to: readonly string[]
  readonly text: string
}

/** A real SMTP server that keeps what it was given, or refuses by a code. */
class Post {
  readonly received: Received[] = []
  refusal: number | undefined
  #server: SMTPServer | undefined
  port = 0

  async open(): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_, __, done) => done(this.#refuse()),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address)
          this.received.push({ to, text: Buffer.concat(chunks).toString() })
          done()
        })
      },
    })
    const server = this.#server
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    const address = server.server.address()
    this.port = typeof address === 'object' && address !== null ? address.port : 0
  }

  #refuse(): Error | undefined {
    if (this.refusal === undefined) return undefined
    return Object.assign(new Error('refused'), { responseCode: this.refusal })
  }

  async close(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    await new Promise<void>((resolve) => server.close(resolve))
    this.#server = undefined
  }
}

let server: TestServer
let shop: TestShop
let post: Post
let mailers: Mailer[]
beforeAll(async () => {
  server = await openTestServer({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'door@us.example' })
  shop = await server.shop('Harbour')
})
afterAll(() => server.close())
beforeEach(async () => {
  post = new Post()
  await post.open()
  mailers = [server.deps, server.sibling().deps].map((deps) =>
    createMailer(deps, `smtp://127.0.0.1:${post.port}`),
  )
})
afterEach(async () => {
  for (const mailer of mailers) await mailer.close()
  await post.close()
})

async function bookFor(name: string, email: string): Promise<void> {
  const starts_at = formatInstant(plus(server.deps.now(), 48 * HOUR))
  const evening = { title: 'Evening', starts_at, capacity: 5 }
  const made = await shop.call(ENDPOINTS.createPerformance, { body: evening })
  const performance_id = made.body.performance.id
  const body = { performance_id, name, email, party_size: 2 }
  expect((await shop.call(ENDPOINTS.createReservation, { body })).status).toBe(201)
}

async function newest() {
  const { body } = await shop.call(ENDPOINTS.listMails, { query: { limit: '1' } })
  return body.items[0]
}

/** All nodes at once. */
const round = async () => Promise.all(mailers.map((mailer) => mailer.round()))

describe('the outbox', () => {
  test('sends each mail once, whichever of two nodes comes first, and forgets its words', async () => {
    for (let n = 0; n < 12; n += 1) await bookFor('Ada', `a${n}@mail.example`)
    await Promise.all([round(), round(), round()])
    await round()
    const to = post.received.flatMap((mail) => mail.to).toSorted()
    expect(to).toEqual(Array.from({ length: 12 }, (_, n) => `a${n}@mail.example`).toSorted())
    const left = await server.deps.db
      .selectFrom('mail')
      .select(['status'])
      .where((eb) => eb.or([eb('content_sealed', 'is not', null), eb('status', '!=', 'sent')]))
      .execute()
    expect(left).toEqual([])
  })

  test('keeps what it cannot hand over, and tries again later and later', async () => {
    await bookFor('Bea', 'bea@mail.example')
    await post.close()
    await round()
    expect(await newest()).toMatchObject({ status: 'waiting', attempts: 1, sent_at: null })
    expect((await newest())?.last_error).toMatch(/^E\w+/)
    await post.open()
    await round()
    expect(post.received).toHaveLength(0)
    server.pass(MINUTE)
    await round()
    expect(post.received).toHaveLength(1)
    expect(await newest()).toMatchObject({ status: 'sent', attempts: 2, last_error: null })
  })

  test('gives up at once what is refused for good; its owner sees it and may try again', async () => {
    await bookFor('Cid', 'cid@mail.example')
    post.refusal = 550
    await round()
    expect(await newest()).toMatchObject({ status: 'dead', last_error: 'EENVELOPE 550' })
    post.refusal = undefined
    const params = { id: (await newest())?.id ?? '' }
    expect((await shop.as('manager', ENDPOINTS.retryMail, { params })).status).toBe(403)
    await shop.call(ENDPOINTS.retryMail, { params })
    await round()
    expect(post.received.map(({ to }) => to)).toEqual([['cid@mail.example']])
  })

  test('a node that died between commit and sending loses nothing: another sends', async () => {
    await bookFor('Dan', 'dan@mail.example')
    // Claimed, and never heard of again.
    await server.deps.db
      .updateTable('mail')
      .set({
        lease_id: server.deps.newId(),
        leased_until: formatInstant(plus(server.deps.now(), LEASE)),
      })
      .where('status', '=', 'waiting')
      .execute()
    await round()
    expect(post.received).toHaveLength(0)
    server.pass(LEASE)
    await round()
    expect(post.received).toHaveLength(1)
  })

  test('writes what a person wrote as words, never as headers or markup', async () => {
    await bookFor('Eve "<x@evil.example>", <b>Bold</b>', 'eve@mail.example')
    await round()
    const [mail] = post.received
    expect(mail?.to).toEqual(['eve@mail.example'])
    const [head = '', body = ''] = mail?.text.split('\r\n\r\n', 2) ?? []
    expect(head).toMatch(/^From: Harbour <door@us\.example>$/m)
    expect(head.match(/^To:/gm)).toHaveLength(1)
    expect(head).toMatch(/^Message-ID: <[0-9a-f-]{36}@counterfoil\.example>$/m)
    expect(body).not.toContain('<b>Bold')
    const hidden = await newest()
    expect([hidden?.text, hidden?.html]).toEqual([null, null])
  })

  test('of a booking that was refused there is no mail', async () => {
    const before = await newest()
    const starts_at = formatInstant(plus(server.deps.now(), HOUR))
    const evening = { title: 'Full', starts_at, capacity: 1 }
    const made = await shop.call(ENDPOINTS.createPerformance, { body: evening })
    const performance_id = made.body.performance.id
    const body = { performance_id, name: 'Fay', email: 'fay@mail.example', party_size: 2 }
    expect((await shop.call(ENDPOINTS.createReservation, { body })).status).toBe(409)
    expect(await newest()).toEqual(before)
  })
})

test('tries go on for hours and end', () => {
  const start = server.deps.now()
  const waits = Array.from({ length: 10 }, (_, n) => nextTry(n + 1, start))
  expect(waits.filter((at) => at === undefined)).toHaveLength(1)
  const sum = waits.reduce((ms, at) => ms + (at === undefined ? 0 : at - start), 0)
  expect(sum).toBeGreaterThan(12 * HOUR)
  expect(isFinal({ code: 'EAUTH', responseCode: 535 })).toBe(false)
  expect(isFinal({ code: 'EENVELOPE', responseCode: 450 })).toBe(false)
})
