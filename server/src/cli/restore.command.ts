import { differenceText, epochMs } from '@counterfoil/domain'
import { restoreBackup } from '../backup/restore-backup'
import { readToolConfig } from '../config'
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres'
import { type Command, EXIT, UsageError } from './command'
import { withUrl } from './tool-database'
import { toolSecret } from './tool-secret'

export const restore: Command = {
  name: 'restore',
  usage: '<file> [--force]',
  summary: 'Puts a backup into an empty database, or with --force in place of what it holds.',
  options: { force: { type: 'boolean' } },
  words: [1, 1],
  run: async ({ words: [file], values }, around) => {
    if (file === undefined) throw new UsageError('Which backup?')
    const force = values['force'] === true
    // Before a database is made for nothing.
    const config = readToolConfig(around.env)
    const [secret, earlier] = [await toolSecret(config), config.secretKeysPrevious]
    const ledgers = await withUrl(
      around,
      (url) => restoreBackup({ url, file, secret, earlier, force, now: epochMs(Date.now()) }),
      startEmbeddedPostgres,
    )
    let code: 0 | 3 = EXIT.done
    for (const { name, n, hash, difference } of ledgers) {
      if (difference !== undefined) code = EXIT.differs
      around.out.write(
        difference === undefined
          ? `${name}: restored, ledger whole up to ${n}:${hash}\n`
          : `${name}: restored, NOT whole. ${differenceText(difference)} (Chain whole up to ${n}:${hash}.)\n`,
      )
    }
    around.say(
      'Tablets now send again what is missing. Revoke again what was revoked since the backup.',
    )
    return code
  },
}
