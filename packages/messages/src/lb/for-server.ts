import { common } from './common'
import { server } from './server'
import { problems } from './problems'
import { stamp } from './stamp'
import { verdicts } from './verdicts'

export const messages = { common, problems, verdicts, server, stamp }
