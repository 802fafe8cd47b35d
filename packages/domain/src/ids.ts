/** UUIDv7 in lower case, made by whoever creates the thing. */
export type Id = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUID as we write them (lower case, hyphens). */
export function isId(text: string): text is Id {
  return UUID.test(text)
}
