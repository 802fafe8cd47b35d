import { type ChainPoint, differenceText } from '@counterfoil/domain'
import { verifyLedger } from '../ledger/verify/verify-ledger'
import { type Command, EXIT, textOf, textsOf, UsageError } from './command'
import { findMerchants } from './merchants'
import { withDatabase } from './tool-database'

export const verify: Command = {
  name: 'ledger verify',
  usage: '[--merchant <id or name>] [--point <number:hash> …]',
  summary: 'Walks the chain, rebuilds every figure from it, compares; names the first difference.',
  options: {
    merchant: { type: 'string' },
    point: { type: 'string', multiple: true },
  },
  words: [0, 0],
  run: async (typed, around) => {
    const wanted = textOf(typed, 'merchant')
    const points = textsOf(typed, 'point').map(readPoint)
    if (points.length > 0 && wanted === undefined) {
      throw new UsageError('A point lies on one chain: name the merchant with --merchant.')
    }
    return withDatabase(around, async (db) => {
      let code: 0 | 3 = EXIT.done
      for (const { id, name } of await findMerchants(db, wanted)) {
        const { end, difference } = await verifyLedger(db, id, points)
        const upTo = end.n === 0 ? 'nothing' : `entry ${end.n}, ${end.n}:${end.hash}`
        if (difference !== undefined) code = EXIT.differs
        around.out.write(
          difference === undefined
            ? `${name}: whole, up to ${upTo}\n`
            : `${name}: NOT whole. ${differenceText(difference)} (Chain whole up to ${upTo}.)\n`,
        )
      }
      return code
    })
  },
}

function readPoint(text: string): ChainPoint {
  const [, n, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (n === undefined || hash === undefined) {
    throw new UsageError(`“${text}” is no point: it is written number:hash.`)
  }
  return { n: Number(n), hash }
}
