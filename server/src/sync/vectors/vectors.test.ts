import { vectorsOf } from '@counterfoil/domain/vectors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IngestShop } from '../testing'
import type { PinHashes } from './vector-place'
import { VectorRun } from './vector-run'

let shop: IngestShop
const hashes: PinHashes = new Map()
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

test.each(vectorsOf('server').map((vector, n) => [vector.name, vector, `${n}-`] as const))(
  'the server answers as the golden vectors say, then and for ever: %s',
  async (_, vector, scope) => {
    const run = new VectorRun(shop, vector, scope)
    await run.seed(hashes)
    const answers: unknown[] = []
    for (const [index, one] of vector.ops.entries()) answers.push(await run.push(one, index))
    expect(answers).toEqual(
      vector.ops.map(({ verdict, detail = {}, flags = [], at, occurred_at = at }) => ({
        verdict,
        detail,
        flags,
        occurred_at,
      })),
    )
    expect(await run.state()).toMatchObject(vector.after ?? {})
    const { before, now } = await run.again()
    expect(now).toEqual(before)
    expect(await run.state()).toMatchObject(vector.after ?? {})
  },
)
