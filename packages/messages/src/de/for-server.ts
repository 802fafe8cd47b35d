import { booking } from './booking'
import { common } from './common'
import { server } from './server'
import { pages } from './pages'
import { problems } from './problems'
import { stamp } from './stamp'
import { verdicts } from './verdicts'

export const messages = { booking, common, pages, problems, verdicts, server, stamp }
