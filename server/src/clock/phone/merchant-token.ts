import { type Id, isId } from '@counterfoil/domain'

const ID_BYTES = 16
const SECRET_BYTES = 16

/**
 * A token that says whose it is: the merchant's id and 128 random bits, base64url. So whoever holds
 * one is looked up within one merchant, and no table of tokens spans them.
 */
export function merchantToken(merchantId: Id, secret: Uint8Array): string {
  const id = Buffer.from(merchantId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, secret.subarray(0, SECRET_BYTES)]).toString('base64url')
}

/** Whose a token is, by its own word; `undefined` when it has another form. */
export function merchantOf(token: string): Id | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) {
    return undefined
  }
  const hex = bytes.subarray(0, ID_BYTES).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? id : undefined
}
