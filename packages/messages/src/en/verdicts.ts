import type { VerdictMessages } from '../texts'
import { codes } from './verdict-codes'
import { flags } from './verdict-flags'
import { accepted, kinds } from './verdict-kinds'

export const verdicts: VerdictMessages = {
  codes,
  flags,
  kinds,
  accepted,
  saved: 'Saved here. We’ll confirm when the network is back.',
  confirmed: 'Confirmed',
  other: {
    headline: 'Refused',
    sentence: 'The server refused this for a reason that this version does not know. It is kept.',
  },
}
