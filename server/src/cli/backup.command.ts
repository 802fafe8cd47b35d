import { epochMs, formatInstant } from '@counterfoil/domain'
import { stat } from 'node:fs/promises'
import { writeBackup } from '../backup/write-backup'
import { type Command, EXIT } from './command'
import { withUrl } from './tool-database'
import { toolSecret } from './tool-secret'

export const backup: Command = {
  name: 'backup',
  usage: '[<file>]',
  summary: 'Writes everything in the database, as of this moment, to one file.',
  options: {},
  words: [0, 1],
  run: async ({ words: [name] }, around) => {
    const now = epochMs(Date.now())
    const stamp = formatInstant(now).slice(0, 19).replaceAll(':', '')
    const file = name ?? `counterfoil-${stamp}Z.backup.gz`
    const trailer = await withUrl(around, async (url, config) =>
      writeBackup({ url, file, now, secret: await toolSecret(config) }),
    )
    const { size } = await stat(file)
    around.out.write(`${file}: ${size} bytes\n`)
    for (const { name: merchant, n, hash } of trailer.ledgers) {
      around.out.write(`${merchant}: ledger up to ${n}:${hash}\n`)
    }
    around.say(
      'Keep it with, and apart from, the server’s SECRET_KEY (or the file secret-key of its data ' +
        'folder): the key is not in it, and without the key PINs and pairings in it are lost.',
    )
    return EXIT.done
  },
}
