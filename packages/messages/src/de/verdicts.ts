import type { VerdictMessages } from '../texts'
import { codes } from './verdict-codes'
import { flags } from './verdict-flags'
import { accepted, kinds } from './verdict-kinds'

export const verdicts: VerdictMessages = {
  codes,
  flags,
  kinds,
  accepted,
  saved: 'Hier gespeichert. Wir bestätigen, sobald das Netz wieder da ist.',
  confirmed: 'Bestätigt',
  other: {
    headline: 'Abgelehnt',
    sentence:
      'Der Server hat abgelehnt; den Grund kennt diese Version nicht. Der Vorgang bleibt erhalten.',
  },
}
