// Luxembourgish drops the final n of a word unless the next one starts with a vowel or n, d, t, z, h.
const KEEPS_N = /^[aeiouäëéöündtzh]/i

/** Digits whose spoken name starts with a sound that drops the n: véier, fënnef, sechs, siwen. */
const DROPS_N = new Set(['4', '5', '6', '7'])

/** The digit that is spoken first: the unit below a hundred ("véieranzwanzeg"), else the leading one. */
function firstSpoken(digits: string): string {
  const lead = digits.length % 3 === 0 ? digits[0] : digits.slice(0, digits.length % 3)
  if (lead === undefined || lead.length === 1) return lead ?? '0'
  return lead[0] === '1' || lead[1] === '0' ? teenOrTen(lead) : (lead[1] ?? '0')
}

function teenOrTen(lead: string): string {
  if (lead[1] === '0') return lead[0] === '1' ? '0' : (lead[0] ?? '0')
  return lead[1] ?? '0'
}

/** `word` (ending in n) as it is written before `next`: `beforeN('vun', '5')` is "vu 5". */
export function beforeN(word: string, next: string | number): string {
  const text = String(next)
  const digits = /^[0-9][0-9.]*/.exec(text)?.[0].replaceAll('.', '')
  const keeps = digits === undefined ? KEEPS_N.test(text) : !DROPS_N.has(firstSpoken(digits))
  return `${keeps ? word : word.slice(0, -1)} ${text}`
}
