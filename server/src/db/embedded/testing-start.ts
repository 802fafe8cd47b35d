/** Starts the embedded database in the folder given, says its address and stays until killed. */
import { createLogger } from '../../logger'
import { startEmbeddedPostgres } from './embedded-postgres'

const { url } = await startEmbeddedPostgres(process.argv[2] ?? '', createLogger('silent'))
process.stdout.write(`${url}\n`)
setInterval(() => undefined, 60_000)
