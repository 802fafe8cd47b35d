import { epochMs } from '@counterfoil/domain'
import { EXPORT_FORMATS } from '@counterfoil/protocol'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportLedger } from '../ledger/export/export-ledger'
import { type Command, EXIT, textOf, UsageError } from './command'
import { findMerchant } from './merchants'
import { withDatabase } from './tool-database'

export const exportCommand: Command = {
  name: 'ledger export',
  usage: '--merchant <id or name> --format csv|jsonl [--out <file>]',
  summary: 'Writes the whole ledger with its chain to the file, or to standard output.',
  options: {
    merchant: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  words: [0, 0],
  run: async (typed, around) => {
    const wanted = textOf(typed, 'merchant')
    const format = EXPORT_FORMATS.find((each) => each === typed.values['format'])
    if (wanted === undefined) throw new UsageError('Whose ledger? Name it with --merchant.')
    if (format === undefined) throw new UsageError('--format must be csv or jsonl.')
    const file = textOf(typed, 'out')
    return withDatabase(around, async (db) => {
      const { id } = await findMerchant(db, wanted)
      const text = Readable.from(exportLedger(db, id, format, epochMs(Date.now())))
      if (file === undefined) await pipeline(text, around.out, { end: false })
      else await pipeline(text, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
      return EXIT.done
    })
  },
}
