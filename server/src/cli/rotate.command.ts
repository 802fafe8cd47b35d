import { formatInstant } from '@counterfoil/domain'
import { readToolConfig } from '../config'
import { createCrypto } from '../crypto/crypto'
import { olderTokens } from '../secrets/older-tokens'
import { resealAll } from '../secrets/reseal'
import { type Command, EXIT } from './command'
import { withDatabase } from './tool-database'
import { toolSecret } from './tool-secret'

export const rotate: Command = {
  name: 'secrets rotate',
  usage: '',
  summary: 'Seals anew under SECRET_KEY what is sealed under one of SECRET_KEY_PREVIOUS.',
  options: {},
  words: [0, 0],
  run: async (_, around) => {
    const config = readToolConfig(around.env)
    const crypto = createCrypto(await toolSecret(config), config.secretKeysPrevious)
    return withDatabase(around, async (db) => {
      const tables = await resealAll(db, crypto)
      for (const { table, changed, kept, lost } of tables) {
        const none = lost === 0 ? '' : `, ${lost} under NO KEY THAT IS KNOWN`
        around.out.write(`${table}: ${changed} sealed anew, ${kept} were already${none}\n`)
      }
      const { tablets, until } = await olderTokens(db)
      if (until !== null) {
        around.say(
          `Tablets paired so far: ${tablets}. Leave the earlier key in SECRET_KEY_PREVIOUS until ` +
            `they are paired again, or until ${formatInstant(until)}, when their tokens end.`,
        )
      }
      return tables.some(({ lost }) => lost > 0) ? EXIT.failed : EXIT.done
    })
  },
}
