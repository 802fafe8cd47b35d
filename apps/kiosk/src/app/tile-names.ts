import type { Person } from '../kiosk'

/** The latest first; who never signed on here, by name. */
export function byLastUse(people: readonly Person[]): readonly Person[] {
  return people.toSorted(
    (a, b) =>
      (b.last_used_at ?? -Infinity) - (a.last_used_at ?? -Infinity) ||
      a.name.localeCompare(b.name) ||
      a.personnel_number.localeCompare(b.personnel_number),
  )
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** First names, made longer only where two would look alike: "Anna W.", then "Anna W. 1042". */
export function tileNames(people: readonly Person[]): ReadonlyMap<string, string> {
  const shortened = people.map((person) => ({ person, text: firstName(person.name) }))
  const withInitial = lengthen(shortened, ({ name }) => {
    const words = name.trim().split(/\s+/)
    return words.length > 1 ? `${words[0]} ${words.at(-1)?.[0] ?? ''}.` : name
  })
  const unique = lengthen(
    withInitial,
    ({ personnel_number }, text) => `${text} ${personnel_number}`,
  )
  return new Map(unique.map(({ person, text }) => [person.id, text]))
}

interface Named {
  readonly person: Person
  readonly text: string
}

function lengthen(
  named: readonly Named[],
  longer: (person: Person, text: string) => string,
): readonly Named[] {
  const counts = new Map<string, number>()
  for (const { text } of named) counts.set(text, (counts.get(text) ?? 0) + 1)
  return named.map(({ person, text }) => ({
    person,
    text: (counts.get(text) ?? 0) > 1 ? longer(person, text) : text,
  }))
}
