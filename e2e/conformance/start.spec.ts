/** Wire contract, section 10: how it starts, what it says, how it stops. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ConsoleClient } from '../harness/console-client'
import { SERVER_ENTRY, ProductServer } from '../harness/server'
import { setUp, setupLinkOf } from '../harness/setup'
import { expect, must, Shop, test, verdicts } from './world'

test.describe.configure({ timeout: 120_000 })

test('an empty server prints a link that makes the first account, once', async () => {
  const server = await ProductServer.start({ demo: false })
  try {
    const link = await setupLinkOf(server)
    expect((await fetch(link)).status).toBe(200)
    expect((await setUp(server, `${server.origin}/setup?token=made-up`)).status).not.toBe(303)
    expect((await setUp(server, link, { password: 'short' })).status).toBeGreaterThanOrEqual(400)
    expect((await setUp(server, link)).status).toBeLessThan(400)
    const second = await setUp(server, link, { email: 'eve@second.example' })
    expect(second.status).toBeGreaterThanOrEqual(400)

    const ada = new ConsoleClient(server.origin)
    must(await ada.login('ada@first.example', 'a sentence is fine'), 200)
    const [store] = await ada.all<{ code: string }>('/merchant/stores')
    expect(store?.code).toBe('MAIN-1')
    expect((await ada.get('/admin/merchants')).status).toBe(200)
    await server.stop()
    const printed = server.output.length
    await server.boot()
    await expect.poll(() => server.output.slice(printed)).toContain('/console/')
    await server.stop()
    expect(server.output.slice(printed)).not.toContain('/setup')
  } finally {
    await server.close()
  }
})

test('the embedded start has a demo, keeps it, and says where to go', async () => {
  const server = await ProductServer.start({ database: 'embedded' })
  try {
    await server.printed(/password/)
    for (const part of ['/console/', '/kiosk/', '/demo/sheet']) {
      expect(server.output).toContain(part)
    }
    for (const email of ['owner@harbour', 'owner@rival', 'admin@counterfoil']) {
      expect(server.output).toContain(`${email}.example`)
    }
    expect(server.output).toContain(server.demoPassword)
    const shop = await Shop.open(server, 'owner@harbour.example')
    const people = await shop.owner.all('/merchant/staff')
    expect(people.length).toBeGreaterThan(1)
    const ledger = await shop.owner.all('/merchant/ledger')
    expect(ledger.length).toBeGreaterThan(50)
    const sheet = await (await fetch(`${server.origin}/demo/sheet`)).text()
    expect(sheet).toMatch(/<img|<svg/)
    const tablet = await shop.tablet()
    const { token } = await shop.card(await shop.program())
    const op = tablet.op('loyalty.stamp', { card_token: token })
    const before = await verdicts(tablet, [op])
    await server.stop()
    await server.boot()
    expect(await verdicts(tablet, [op])).toEqual(before)
    expect(
      await (await Shop.open(server, 'owner@harbour.example')).owner.all('/merchant/staff'),
    ).toHaveLength(people.length)
  } finally {
    await server.close()
  }
})

test('without a demo there is no sheet and no demo account', async () => {
  const server = await ProductServer.start({ demo: false })
  try {
    expect((await fetch(`${server.origin}/demo/sheet`)).status).toBe(404)
    const nobody = new ConsoleClient(server.origin)
    expect((await nobody.login('owner@harbour.example', server.demoPassword)).status).toBe(401)
  } finally {
    await server.close()
  }
})

const REFUSED: [string, Record<string, string>, string[]][] = [
  ['a missing secret', { DATABASE_URL: 'postgres://x@127.0.0.1/x' }, ['SECRET_KEY']],
  [
    'an example secret',
    {
      DATABASE_URL: 'postgres://x@127.0.0.1/x',
      SECRET_KEY: 'change-me-change-me-change-me-change-me',
    },
    ['SECRET_KEY'],
  ],
  [
    'several bad values',
    { PORT: 'many', DEMO: 'yes', PUBLIC_URL: 'ftp://x' },
    ['PORT', 'DEMO', 'PUBLIC_URL'],
  ],
]

for (const [name, env, named] of REFUSED) {
  test(`${name} ends the start with a sentence that names it`, async () => {
    const child = spawn(process.execPath, [SERVER_ENTRY], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    await once(child, 'exit')
    expect(child.exitCode).not.toBe(0)
    const said = Buffer.concat(chunks).toString()
    for (const variable of named) expect(said).toContain(variable)
    expect(said).not.toContain('change-me')
  })
}
