import { booking } from './booking'
import { common } from './common'
import { server } from './server'
import { problems } from './problems'
import { stamp } from './stamp'
import { verdicts } from './verdicts'

export const messages = { booking, common, problems, verdicts, server, stamp }
