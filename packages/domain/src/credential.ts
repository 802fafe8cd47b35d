/** What a scanned or typed text turns out to be; see the QR table of the wire contract. */
export type Credential =
  | { readonly kind: 'card'; readonly token: string }
  | { readonly kind: 'ticket'; readonly token: string }
  | { readonly kind: 'badge'; readonly token: string }
  | { readonly kind: 'poster'; readonly token: string }
  | { readonly kind: 'pairing'; readonly pairing: Pairing }
  /** Ours by its form, but of an installation this tablet is not paired with. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown' }

/** The text of a pairing QR: exactly these three fields. */
export interface Pairing {
  readonly api_url: string
  readonly store_code: string
  readonly auth_token: string
}

/** Longest text a QR can hold (version 40, numeric aside); longer input is no QR of ours. */
const LONGEST = 4296
const RANDOM_TOKEN = /^[A-Za-z0-9_-]{22}$/
const SIGNED_TOKEN = /^v1\.[A-Za-z0-9_-]{1,512}\.[A-Za-z0-9_-]{86}$/
const OUR_FORM =
  /^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?\/(?:[ctb]\/[A-Za-z0-9._-]+|stamp\?t=[A-Za-z0-9_-]+)$/

/**
 * Reads a QR text. Never opens it, never throws; white space at both ends is ignored.
 *
 * @param publicUrls origins (with path, without trailing slash) this tablet is paired with
 */
export function readCredential(scanned: string, publicUrls: readonly string[]): Credential {
  const text = scanned.trim()
  if (text === '' || text.length > LONGEST) return { kind: 'unknown' }
  if (text.startsWith('{')) {
    const pairing = readPairing(text)
    return pairing === undefined ? { kind: 'unknown' } : { kind: 'pairing', pairing }
  }
  for (const url of publicUrls) {
    if (text.startsWith(`${url}/`)) return readPath(text.slice(url.length))
  }
  return OUR_FORM.test(text) ? { kind: 'foreign' } : { kind: 'unknown' }
}

function readPath(path: string): Credential {
  const random = /^\/([cb])\/([^/?#]*)$/.exec(path)
  if (random?.[2] !== undefined && RANDOM_TOKEN.test(random[2])) {
    return { kind: random[1] === 'c' ? 'card' : 'badge', token: random[2] }
  }
  const ticket = /^\/t\/([^/?#]*)$/.exec(path)?.[1]
  if (ticket !== undefined && SIGNED_TOKEN.test(ticket)) return { kind: 'ticket', token: ticket }
  const poster = /^\/stamp\?t=([^&#]*)$/.exec(path)?.[1]
  if (poster !== undefined && RANDOM_TOKEN.test(poster)) return { kind: 'poster', token: poster }
  return { kind: 'unknown' }
}

/** The three fields of a pairing text, or `undefined` for any other JSON (more fields included). */
export function readPairing(text: string): Pairing | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) {
    return undefined
  }
  const { api_url, store_code, auth_token } = value as Record<string, unknown>
  if (typeof api_url !== 'string' || !/^https?:\/\/\S+\/api\/v1$/.test(api_url)) return undefined
  if (typeof store_code !== 'string' || store_code === '') return undefined
  if (typeof auth_token !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(auth_token)) {
    return undefined
  }
  return { api_url, store_code, auth_token }
}
