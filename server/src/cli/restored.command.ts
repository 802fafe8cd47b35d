import { epochMs } from '@counterfoil/domain'
import { markRestored } from '../backup/mark-restored'
import { type Command, EXIT } from './command'
import { withDatabase } from './tool-database'

export const restored: Command = {
  name: 'restored',
  usage: '',
  summary: 'To be said once after the database was restored by other means than this command.',
  options: {},
  words: [0, 0],
  run: (_, around) =>
    withDatabase(around, async (db) => {
      await markRestored(db, epochMs(Date.now()))
      around.say('Tablets start their copies anew and send again what is missing.')
      return EXIT.done
    }),
}
