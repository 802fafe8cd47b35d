import type { Id } from '@counterfoil/domain'
import type { TicketRow } from './rows'

/** More words than this nobody types. */
const MOST_WORDS = 6

/** The words of a name as they are compared: no capitals, no accents, no punctuation. */
export function wordsOfName(name: string): readonly string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What an index finds a ticket by: each word of its name, within its performance. */
export function findKeys(performanceId: Id, name: string): string[] {
  const words = new Set(wordsOfName(name).slice(0, MOST_WORDS))
  return [...words].map((word) => findKey(performanceId, word))
}

export function findKey(performanceId: Id, wordStart: string): string {
  return `${performanceId}/${wordStart}`
}

/**
 * What to look for in the index, and what must hold of each ticket that it finds: every typed word
 * begins a word of the name, in any order. `undefined` when nothing was typed.
 */
export function guestQuery(
  performanceId: Id,
  typed: string,
): { readonly key: string; readonly fits: (ticket: TicketRow) => boolean } | undefined {
  const words = wordsOfName(typed)
  const longest = words.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined) return undefined
  const fits = ({ name }: TicketRow) => {
    const own = wordsOfName(name)
    return words.every((word) => own.some((one) => one.startsWith(word)))
  }
  return { key: findKey(performanceId, longest), fits }
}
