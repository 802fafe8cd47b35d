import { clock } from './clock'
import { common } from './common'
import { door } from './door'
import { kiosk } from './kiosk'
import { problems } from './problems'
import { verdicts } from './verdicts'

export const messages = { common, problems, verdicts, kiosk, clock, door }
