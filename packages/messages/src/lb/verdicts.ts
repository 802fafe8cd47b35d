import type { VerdictMessages } from '../texts'
import { codes } from './verdict-codes'
import { flags } from './verdict-flags'
import { accepted, kinds } from './verdict-kinds'

export const verdicts: VerdictMessages = {
  codes,
  flags,
  kinds,
  accepted,
  saved: 'Hei gespäichert. Mir confirméieren, soubal d’Netz nees do ass.',
  confirmed: 'Confirméiert',
  other: {
    headline: 'Refuséiert',
    sentence:
      'De Server huet refuséiert; de Grond kennt dës Versioun net. Alles bleift gespäichert.',
  },
}
