/** A card's or badge's token as it is printed under its QR. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/

/**
 * What was typed, as `identify` takes it: an address or a bare token, without any white space.
 * `null`: not a whole code yet.
 */
export function readTypedCode(typed: string): string | null {
  const text = typed.replaceAll(/\s/g, '')
  return TOKEN.test(text) || /^https?:\/\/\S+\/\S+$/.test(text) ? text : null
}
