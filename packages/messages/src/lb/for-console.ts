import { common } from './common'
import { console } from './console'
import { problems } from './problems'
import { verdicts } from './verdicts'

export const messages = { common, problems, verdicts, console }
