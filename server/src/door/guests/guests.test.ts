import { formatInstant, HOUR, plus, readTicketToken } from '@counterfoil/domain'
import { ENDPOINTS, type GuestImport } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../../merchants/testing'
import { readGuestRows } from './guest-rows'

let server: TestServer
let shop: TestShop
beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('Harbour')
})
afterAll(() => server.close())

async function announce(capacity: number, title = 'Evening'): Promise<string> {
  const starts_at = formatInstant(plus(server.deps.now(), 10 * HOUR))
  const body = { title, starts_at, capacity }
  return (await shop.call(ENDPOINTS.createPerformance, { body })).body.performance.id
}

async function bring(id: string, csv: string, commit = true): Promise<GuestImport> {
  const input = { params: { id }, body: { csv, commit } }
  return (await shop.as('manager', ENDPOINTS.importGuests, input)).body.import
}

async function exported(id: string): Promise<string> {
  const { path } = ENDPOINTS.exportGuests
  const response = await server.app.request(path.replace(':id', id), {
    headers: { authorization: await ownerOf(shop) },
  })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('Evening-2026-11-20.csv')
  return response.text()
}

async function ownerOf({ merchant_id }: TestShop): Promise<string> {
  const { signAccessToken } = await import('../../auth/access-token')
  const { account_id } = await server.deps.db
    .selectFrom('membership')
    .select('account_id')
    .where('merchant_id', '=', merchant_id)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return `Bearer ${await signAccessToken(server.deps, account_id, server.deps.now())}`
}

async function guests(performance_id: string) {
  const query = { performance_id, limit: '500' }
  return (await shop.call(ENDPOINTS.listReservations, { query })).body.items
}

describe('a file that cannot be read says where and why', () => {
  const LONG = `name,party_size\n${'Ada,1\n'.repeat(2001)}`
  test.each<[what: string, csv: string, errors: [number, string | null, string][]]>([
    [
      'empty',
      '',
      [
        [1, 'name', 'COLUMNS'],
        [1, 'party_size', 'COLUMNS'],
      ],
    ],
    [
      'no heading',
      'Ada,2\nBob,1\n',
      [
        [1, 'name', 'COLUMNS'],
        [1, 'party_size', 'COLUMNS'],
      ],
    ],
    ['a quote left open', 'name,party_size\nAda,1\n"Bob,2\nCy,1\n', [[3, null, 'QUOTES']]],
    ['too many', LONG, [[2002, null, 'TOO_LONG']]],
    ['no name', 'name,party_size\n,2\n', [[2, 'name', 'REQUIRED']]],
    ['no people', 'name,party_size\nAda,\n', [[2, 'party_size', 'REQUIRED']]],
    [
      'half a person',
      'name,party_size\nAda,1.5\nBob,0\nCy,1001\n',
      [
        [2, 'party_size', 'FORMAT'],
        [3, 'party_size', 'FORMAT'],
        [4, 'party_size', 'FORMAT'],
      ],
    ],
    ['no address', 'name;party_size;email\nAda;1;ada\n', [[2, 'email', 'FORMAT']]],
    ['no language of ours', 'name,party_size,language\nAda,1,nl\n', [[2, 'language', 'FORMAT']]],
    ['a hidden letter', 'name,party_size\n"A\u202Eda",1\n', [[2, 'name', 'FORMAT']]],
    ['the same twice', 'name,party_size\nZoë,1\nZOE,2\n', [[3, 'reference', 'TWICE']]],
  ])('%s', (_, csv, errors) => {
    const found = readGuestRows(csv).errors
    expect(found.map(({ line, column, code }) => [line, column, code])).toEqual(errors)
    for (const { message } of found) expect(message).toMatch(/[A-Z].*\.$/)
  })

  test('is read whatever spreadsheet wrote it', () => {
    const csv = '\uFEFFParty size;NAME;Note\r\n2;"Weiß; ""Theo""";"two\nlines"\r\n\r\n1;\'=Ada;\r\n'
    const { rows, errors } = readGuestRows(csv)
    expect(errors).toEqual([])
    expect(rows.map(({ line, name, party_size, note }) => [line, name, party_size, note])).toEqual([
      [2, 'Weiß; "Theo"', 2, 'two\nlines'],
      [5, '=Ada', 1, ''],
    ])
  })
})

describe('guests from a file', () => {
  const CSV = 'name,party_size,email,reference\nAda,2,ada@mail.example,A1\nBob,1,,B2\n'

  test('are shown before anything is done, and come in once however often the file comes', async () => {
    const id = await announce(10)
    expect(await bring(id, CSV, false)).toMatchObject({ added: 2, people: 3, committed: false })
    expect(await guests(id)).toEqual([])
    expect(await bring(id, CSV)).toMatchObject({ rows: 2, added: 2, known: 0, committed: true })
    const more = `${CSV}Cy,1,,C3\n`
    expect(await bring(id, more)).toMatchObject({ rows: 3, added: 1, known: 2, committed: true })
    expect((await guests(id)).map(({ name, status, source }) => [name, status, source])).toEqual([
      ['Ada', 'confirmed', 'import'],
      ['Bob', 'confirmed', 'import'],
      ['Cy', 'confirmed', 'import'],
    ])
  })

  test('are all or none: one bad row, or one too many, and nobody comes in', async () => {
    const id = await announce(4)
    expect(await bring(id, `${CSV},1,,\n`)).toMatchObject({
      committed: false,
      errors: [{ line: 4, column: 'name', code: 'REQUIRED' }],
    })
    expect(await bring(id, `${CSV}Cy,1,,C\nDee,1,,D\n`)).toMatchObject({
      committed: false,
      errors: [{ line: 5, column: 'party_size', code: 'FULL' }],
    })
    expect(await guests(id)).toEqual([])
  })

  test('brought in twice at the same moment are there once', async () => {
    const id = await announce(10)
    const both = await Promise.all([bring(id, CSV), bring(id, CSV)])
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(2)
    expect(await guests(id)).toHaveLength(2)
  })
})

describe('the guest list as a file', () => {
  test('is safe in a spreadsheet; back where it came from it books nobody twice', async () => {
    const id = await announce(20)
    for (const [name, status] of [
      ['=HYPERLINK("x")', 'confirmed'],
      ['Ask "Mo", please', 'confirmed'],
      ['Pia', 'pending'],
    ]) {
      const body = { performance_id: id, name, party_size: 2, status, email: 'a@mail.example' }
      await shop.call(ENDPOINTS.createReservation, { body })
    }
    const gone = { performance_id: id, name: 'Gone', party_size: 1 }
    const { reservation } = (await shop.call(ENDPOINTS.createReservation, { body: gone })).body
    await shop.call(ENDPOINTS.deleteReservation, { params: { id: reservation.id } })
    const csv = await exported(id)
    expect(csv.split('\r\n')[0]).toMatch(/^name,party_size,email,/)
    expect(csv).toContain(`"'=HYPERLINK(""x"")",2`)
    expect(csv).toContain('"Ask ""Mo"", please",2')
    expect(await bring(id, csv)).toMatchObject({ added: 0, known: 2, errors: [] })
    // Elsewhere those who have seats are booked, and nobody else.
    const other = await announce(20)
    expect(await bring(other, csv)).toMatchObject({ rows: 2, added: 2, people: 4 })
    const names = (await guests(other)).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['=HYPERLINK("x")', 'Ask "Mo", please'])
  })
})

describe('tickets on paper', () => {
  test('of a guest list promise no mail, whatever address stands in it', async () => {
    const id = await announce(20)
    const file = 'name,party_size,email\nAda,2,ada@mail.example\n'
    expect((await bring(id, file)).errors).toEqual([])
    const { body } = await shop.call(ENDPOINTS.printTickets, { params: { id }, query: {} })
    const { pathname } = new URL(body.items[0]?.url ?? '')
    const page = await (await server.app.request(pathname)).text()
    expect(page).toContain('Keep this page, or print it.')
    expect(page).not.toContain('your mail')
  })

  test('are those that guests hold, of confirmed parties only, page by page', async () => {
    const id = await announce(20)
    const names = ['Ada', 'Bea', 'Cleo']
    for (const name of names) {
      const body = { performance_id: id, name, party_size: 2 }
      await shop.call(ENDPOINTS.createReservation, { body })
    }
    const pending = { performance_id: id, name: 'Pia', party_size: 1, status: 'pending' }
    await shop.call(ENDPOINTS.createReservation, { body: pending })
    const page = (query: Record<string, string>) =>
      shop.call(ENDPOINTS.printTickets, { params: { id }, query })
    const first = (await page({ limit: '2' })).body
    const second = (await page({ limit: '2', cursor: first.next ?? '' })).body
    expect(second.next).toBeNull()
    const printed = [...first.items, ...second.items]
    expect(printed.map(({ name }) => name)).toEqual(names)
    for (const { url, qr_svg, ticket_id } of printed) {
      const token = url.replace('https://counterfoil.example/t/', '')
      expect(readTicketToken(token)?.claim).toMatchObject({ ticket_id, party_size: 2 })
      expect((await server.app.request(`/t/${token}`)).status).toBe(200)
      expect(qr_svg).toContain('<svg')
    }
    const [ada] = await guests(id)
    await shop.call(ENDPOINTS.deleteReservation, { params: { id: ada?.id ?? '' } })
    expect((await page({})).body.items.map(({ name }) => name)).toEqual(['Bea', 'Cleo'])
  })
})
