import type { World } from './facts'
import type { JudgeInput } from './judgement'
import type { CardFact, ProgramFact } from './loyalty-facts'
import { checkSignOn } from './sign-on'
import { rejected, type Verdict } from './verdict'

export type CardCheck =
  | { readonly refusal: Verdict }
  | { readonly refusal?: undefined; readonly card: CardFact; readonly program: ProgramFact }

/**
 * What every operation on a card needs, in this order: a sign-on that is named must carry
 * it, whether or not the program asks for a PIN; the card is known and not blocked; its program
 * runs and is of a kind that knows the operation; a sign-on where the program asks for one.
 */
export function checkCard(
  world: World,
  input: JudgeInput,
  kinds: readonly ProgramFact['kind'][],
): CardCheck {
  const { op, by } = input
  const carrier = op.sign_on === undefined ? undefined : checkSignOn(world, input, 'loyalty')
  if (carrier !== undefined) return { refusal: carrier }
  const card = world.cards.get(input.token_hash ?? '')
  if (card === undefined) return { refusal: rejected('CARD_UNKNOWN') }
  if (card.status === 'blocked') return { refusal: rejected('CARD_BLOCKED') }
  const program = world.programs.get(card.program_id)
  if (program === undefined || !program.active || !kinds.includes(program.kind)) {
    return { refusal: rejected('PROGRAM_INACTIVE') }
  }
  if (program.pin_required && by.type === 'device' && op.sign_on === undefined) {
    return { refusal: rejected('SIGN_ON_MISSING') }
  }
  return { card, program }
}
