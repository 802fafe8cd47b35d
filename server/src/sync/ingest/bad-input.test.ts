import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop, type WireOp } from '../testing'
import { canonicalText } from './canonical-text'
import { redactedText } from './redact'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

/** An op whose JSON text is made by hand, as no `JSON.stringify` would. */
function fromText(op: WireOp, extra: string): unknown {
  return JSON.parse(`${JSON.stringify(op).slice(0, -1)},${extra}}`)
}

const deep = `"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`
const odd: [name: string, extra: string][] = [
  ['a field too many', '"merchant_id":"x"'],
  ['__proto__', '"__proto__":{"seq":1}'],
  ['constructor', '"constructor":{"prototype":{}}'],
  ['NUL', '"x":"a\\u0000b"'],
  ['NUL in a key', '"a\\u0000b":1'],
  ['a lone surrogate', '"x":"\\ud800"'],
  ['a number beyond doubles', '"x":1e309'],
  ['a number below doubles', '"x":-1e309'],
  ['minus zero', '"x":-0'],
  ['an integer over 2^53', '"x":9007199254740993'],
  ['10,000 combining marks', `"x":"${'\u0301'.repeat(10_000)}"`],
  ['right-to-left override', '"x":"\\u202e"'],
  ['100,000 levels', deep],
  ['a wrong time', '"at":"2026-02-30T00:00:00Z"'],
  ['a time with a zone', '"at":"2026-02-20T00:00:00+01:00"'],
  ['no shown', '"shown":null'],
  ['a fraction of an offset', '"offset_ms":0.5'],
  ['an offset over 2^53', '"offset_ms":1e20'],
  ['a foreign sign-on', '"sign_on":"me"'],
  ['no data', '"data":null'],
  ['a token that is no text', '"data":{"card_token":7}'],
  ['a token beyond all bounds', `"data":{"card_token":"${'a'.repeat(129)}"}`],
  ['no stamps', '"data":{"card_token":"x","count":0}'],
  ['a kind that is no text', '"kind":{"toString":1}'],
]

describe('ops that cannot be read', () => {
  test.each(odd)(
    '%s: OP_MALFORMED, stored, repeatable, and its neighbours go through',
    async (_, extra) => {
      const tablet = await shop.tablet()
      const card = await shop.freeCard()
      const [before, bad, after] = [
        tablet.stamp(card.token),
        fromText(tablet.stamp(card.token), extra),
        tablet.stamp(card.token),
      ]
      const first = await tablet.push([before, bad, after])
      expect(first.verdicts.map(({ code }) => code)).toEqual([null, 'OP_MALFORMED', null])
      const again = await tablet.push([
        JSON.parse(canonicalText(bad).replaceAll('Infinity', '1e309')),
      ])
      expect(again.verdicts[0]).toEqual(first.verdicts[1])
      expect(await shop.stampsOn(card.id)).toBe(2)
    },
  )

  test.each(['coffee.brew', '__proto__', 'toString', '\u0000', '\ud800', 'x'.repeat(100_000), ''])(
    'the kind %j is KIND_UNKNOWN',
    async (kind) => {
      const tablet = await shop.tablet()
      expect(await tablet.outcomes([tablet.op(kind)])).toEqual(['KIND_UNKNOWN'])
    },
  )

  test('of a key that comes twice the last counts, the same each time', async () => {
    const tablet = await shop.tablet()
    const card = await shop.freeCard()
    const op = tablet.stamp(card.token)
    const twice = (): unknown => fromText(op, '"kind":"coffee.brew","kind":"loyalty.stamp"')
    const first = await tablet.push([twice()])
    expect(first.verdicts[0]).toMatchObject({ status: 'accepted' })
    expect((await tablet.push([twice(), op])).verdicts).toEqual([
      first.verdicts[0],
      first.verdicts[0],
    ])
    expect(await shop.stampsOn(card.id)).toBe(1)
  })

  test('an op without a kind is OP_MALFORMED', async () => {
    const tablet = await shop.tablet()
    const { kind: _, ...op } = tablet.op('staff.sign_off')
    expect(await tablet.outcomes([op])).toEqual(['OP_MALFORMED'])
  })

  test('neither tokens nor sealed PINs of any op, read or not, are in the database', async () => {
    const tablet = await shop.tablet()
    const card = await shop.freeCard()
    const staff = await shop.person()
    const signOn = await tablet.signOn(staff, '730528')
    const sealed = String(signOn.data['sealed_pin'])
    const url = `https://counterfoil.example/c/${card.token}`
    await tablet.push([
      signOn,
      tablet.stamp(card.token),
      { ...tablet.stamp(card.token), role: 'owner' },
      { ...signOn, id: shop.server.deps.newId(), seq: tablet.nextSeq++, text: url, pin: '730528' },
      tablet.op('coffee.brew', { anything: card.token, sealed }),
    ])
    const { rows } = await shop.dump()
    const text = JSON.stringify(rows)
    expect(text).toContain('as_sent')
    for (const secret of [card.token, sealed, '730528']) expect(text).not.toContain(secret)
  })
})

describe('batches that cannot be read', () => {
  test.each([
    ['no id', { id: undefined }],
    ['an id that is none', { id: 'seven' }],
    ['an id in capitals', { id: '01931F6E-7C00-7000-8000-000000000001' }],
    ['no seq', { seq: undefined }],
    ['seq 0', { seq: 0 }],
    ['seq 1.5', { seq: 1.5 }],
    ['seq as text', { seq: '3' }],
    ['seq beyond bounds', { seq: 2 ** 49 }],
  ])('%s: BATCH_MALFORMED, nothing stored', async (_, wrong) => {
    const tablet = await shop.tablet()
    const [good, bad] = [tablet.op('staff.sign_off'), tablet.op('staff.sign_off')]
    const refused = tablet.push([good, { ...bad, ...wrong }])
    await expect(refused).rejects.toMatchObject({ code: 'BATCH_MALFORMED' })
    expect(await tablet.push([])).toMatchObject({ last_seq: 0 })
  })

  test.each([[null], ['op'], [[]], [7]])('%j as an op: BATCH_MALFORMED', async (op) => {
    const tablet = await shop.tablet()
    await expect(tablet.push([op])).rejects.toMatchObject({ code: 'BATCH_MALFORMED' })
  })

  test('501 ops: TOO_LARGE, nothing stored; 500 are taken', async () => {
    const tablet = await shop.tablet()
    const ops = Array.from({ length: 501 }, () => tablet.op('staff.sign_off'))
    await expect(tablet.push(ops)).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect(await tablet.push(ops.slice(0, 500))).toMatchObject({ last_seq: 500 })
  })
})

describe('the text of an op', () => {
  test.each([
    ['{"a":1,"b":[1,{"c":null,"d":true}]}', '{"b":[1,{"d":true,"c":null}],"a":1.0}'],
    ['{"x":0}', '{"x":-0}'],
    ['{"é":1,"z":2}', '{"z":2,"\\u00e9":1}'],
  ])('%s and %s are the same content', (one, other) => {
    expect(canonicalText(JSON.parse(one))).toBe(canonicalText(JSON.parse(other)))
  })

  test.each([
    ['{"x":1e309}', '{"x":null}'],
    ['{"x":1e309}', '{"x":"Infinity"}'],
    ['{"x":[1,2]}', '{"x":[2,1]}'],
    ['{"x":["1,2"]}', '{"x":["1","2"]}'],
    ['{"x":"\\ud800"}', '{"x":"\\ufffd"}'],
    ['{"x":{}}', '{"x":[]}'],
    ['{"__proto__":1}', '{}'],
  ])('%s and %s are other contents', (one, other) => {
    expect(canonicalText(JSON.parse(one))).not.toBe(canonicalText(JSON.parse(other)))
  })

  test('secrets are hidden by name and by form; ids and plain words stay', () => {
    const id = '01931f6e-7c00-7000-8000-000000000001'
    const sent = {
      pin: '1234',
      note: 'see v1.AAAAAAAAAAAAAAAAAAAAAAAA.bbb for',
      id,
      list: [{ token: 'x' }],
    }
    expect(JSON.parse(redactedText(sent))).toEqual({
      pin: '[hidden]',
      note: 'see v1.[hidden] for',
      id,
      list: [{ token: '[hidden]' }],
    })
  })
})
