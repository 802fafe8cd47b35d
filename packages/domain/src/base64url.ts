const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUE_OF = new Map(ALPHABET.split('').map((letter, value) => [letter, value]))

/** base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const group =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    const letters = Math.min(4, Math.ceil(((bytes.length - index) * 8) / 6))
    for (let place = 0; place < letters; place += 1) {
      text += ALPHABET[(group >> (18 - 6 * place)) & 63]
    }
  }
  return text
}

/**
 * Inverse of {@link toBase64Url}, or `undefined` for any text that it does not make: other letters,
 * padding, a length that no bytes have, spare bits that are not zero. One meaning, one text.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let bits = 0
  let held = 0
  let written = 0
  for (const letter of text) {
    const value = VALUE_OF.get(letter)
    if (value === undefined) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[written] = (held >> bits) & 255
    written += 1
  }
  const spare = held & ((1 << bits) - 1)
  return bits >= 6 || spare !== 0 ? undefined : bytes
}
