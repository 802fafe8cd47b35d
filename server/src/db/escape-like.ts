/** What a person types, for `like`: found as it is; `%` and `_` are no wildcards of theirs. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/** The pattern of a text that holds it. */
export function holding(text: string): string {
  return `%${escapeLike(text)}%`
}
