import { common } from './common'
import { server } from './server'
import { problems } from './problems'
import { verdicts } from './verdicts'

export const messages = { common, problems, verdicts, server }
