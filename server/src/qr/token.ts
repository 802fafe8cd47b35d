import { hash, randomBytes } from 'node:crypto'

/** 128 random bits, base64url: what the QR of a card or a badge holds. */
export function makeToken(): string {
  return randomBytes(16).toString('base64url')
}

/** All that is kept of a token: base64url SHA-256. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}
