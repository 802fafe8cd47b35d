/** Controls, halves of characters, and line ends of their own. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
/** The same without tab and line feed, which a text of several lines may hold. */
const CONTROL_IN_LINES = /(?![\t\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
/** What nobody sees, and what turns the direction of the text around it. Joiners come below. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]/u
/** Joiners belong into emoji and into scripts that are joined; elsewhere they only hide. */
const STRAY_JOINER =
  /(?:^|[\s\p{N}\p{P}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u200c\u200d])[\u200c\u200d]/u
const STRAY_SELECTOR = /(?:^|\P{Emoji})[\ufe0e\ufe0f]/u
/** No script piles up so many marks. */
const PILED_MARKS = /\p{M}{9}/u

/**
 * Whether a text shows all that it holds and nothing else: no control characters, no lone
 * surrogates, nothing invisible, no change of direction, no towers of marks. Such a name cannot
 * rewrite the sentence it stands in, nor differ from another only by what nobody sees.
 */
export function isVisibleText(text: string, lines: 'one line' | 'lines' = 'one line'): boolean {
  const control = lines === 'one line' ? CONTROL : CONTROL_IN_LINES
  return ![control, UNSEEN, STRAY_JOINER, STRAY_SELECTOR, PILED_MARKS].some((bad) => bad.test(text))
}
