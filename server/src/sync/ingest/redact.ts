import { isId } from '@counterfoil/domain'
import { canonicalText } from './canonical-text'

/** Fields that hold secrets by their name, whatever their form. */
const SECRET_KEYS = new Set(['card_token', 'ticket_token', 'token', 'sealed_pin', 'pin'])
/** Long runs that may be a token or a sealed PIN under a name we do not know. */
const SECRET_FORM = /[\w-]{20,}(?:\.[\w-]*)*/g
const HIDDEN = '[hidden]'

/**
 * The text of an op that cannot be read otherwise, to be kept as a fact. What may be a secret is
 * hidden. The text is plain ASCII where it matters: NUL and lone surrogates stay escaped, so that
 * the database can keep it.
 */
export function redactedText(sent: unknown): string {
  return canonicalText(sent, (text, key) =>
    JSON.stringify(
      SECRET_KEYS.has(key)
        ? HIDDEN
        : text.replaceAll(SECRET_FORM, (run) => (isId(run) ? run : HIDDEN)),
    ),
  )
}
