import type { VerdictMessages } from '../texts'
import { codes } from './verdict-codes'
import { flags } from './verdict-flags'
import { accepted, kinds } from './verdict-kinds'

export const verdicts: VerdictMessages = {
  codes,
  flags,
  kinds,
  accepted,
  saved: 'Enregistré ici. Confirmation dès le retour du réseau.',
  confirmed: 'Confirmé',
  other: {
    headline: 'Refusé',
    sentence:
      'Le serveur a refusé pour une raison que cette version ne connaît pas. Tout est conservé.',
  },
}
