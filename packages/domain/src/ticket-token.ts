import { fromBase64Url, toBase64Url } from './base64url'
import type { Id } from './ids'

/** What a ticket's token states, all of it signed. */
export interface TicketClaim {
  /** Which of the merchant's keys is said to have signed: the last eight digits of its id. */
  readonly key_hint: string
  readonly ticket_id: Id
  readonly performance_id: Id
  readonly party_size: number
}

/** A token taken apart; nothing about it is believed yet. */
export interface UnverifiedTicket {
  readonly claim: TicketClaim
  /** The text that the signature is over. */
  readonly signed: string
  /** 64 bytes, Ed25519. */
  readonly signature: Uint8Array<ArrayBuffer>
}

/** What is known of a ticket's token before the rules look at it. */
export interface TicketReading {
  readonly claim: TicketClaim
  /** The key whose signature holds; `null`: none of the merchant's. */
  readonly issuer_key: Id | null
}

const VERSION = 'v1'
const HINT = 4
const UUID = 16
const CLAIM_BYTES = HINT + 2 * UUID + 2
const SIGNATURE_BYTES = 64
/** The party is two bytes in the token. */
export const LARGEST_PARTY = 0xffff

export function keyHint(issuerKeyId: Id): string {
  return issuerKeyId.slice(-2 * HINT)
}

/**
 * The text to sign: `v1.` and base64url of key hint (4 bytes), ticket id (16), performance id (16),
 * party size (2, big endian). Binary, so that the QR stays coarse enough to film in the dark.
 */
export function composeClaim({
  key_hint,
  ticket_id,
  performance_id,
  party_size,
}: TicketClaim): string {
  const hex = key_hint + ticket_id.replaceAll('-', '') + performance_id.replaceAll('-', '')
  const size = party_size.toString(16).padStart(4, '0')
  return `${VERSION}.${toBase64Url(bytesOfHex(hex + size))}`
}

/** @param signature 64 bytes over `signed` */
export function composeToken(signed: string, signature: Uint8Array): string {
  return `${signed}.${toBase64Url(signature)}`
}

/**
 * Takes a token apart, or `undefined` for a text that is none: another version, length or spelling.
 * There is exactly one text for one claim and signature.
 */
export function readTicketToken(token: string): UnverifiedTicket | undefined {
  const parts = token.split('.')
  const [version, payload, proof] = parts
  if (parts.length !== 3 || version !== VERSION) return undefined
  const bytes = fromBase64Url(payload ?? '')
  const signature = fromBase64Url(proof ?? '')
  if (bytes?.length !== CLAIM_BYTES || signature?.length !== SIGNATURE_BYTES) return undefined
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const at = (byte: number, length: number) => hex.slice(2 * byte, 2 * (byte + length))
  const claim = {
    key_hint: at(0, HINT),
    ticket_id: uuidOf(at(HINT, UUID)),
    performance_id: uuidOf(at(HINT + UUID, UUID)),
    party_size: Number.parseInt(at(HINT + 2 * UUID, 2), 16),
  }
  return { claim, signed: `${VERSION}.${payload}`, signature }
}

const FROM_LIST = /^list\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/**
 * Stands in a ticket's token's place when a person was found on the guest list by name: no code was
 * shown, so there is none to hand in. Never on a QR: no reader of codes takes it.
 */
export function listedTicket(ticketId: Id): string {
  return `list.${ticketId}`
}

/** The ticket that was chosen from the guest list, or `undefined` for any other text. */
export function readListedTicket(token: string): Id | undefined {
  return FROM_LIST.exec(token)?.[1]
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, n) =>
    Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16),
  )
}

function uuidOf(hex: string): Id {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
