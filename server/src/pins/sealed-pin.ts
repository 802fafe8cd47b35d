import { idSchema } from '@counterfoil/protocol'
import { compactDecrypt, type CryptoKey, decodeProtectedHeader, errors } from 'jose'
import * as z from 'zod'

const plaintextSchema = z.strictObject({
  pin: z.string().max(200),
  op: idSchema,
  device: idSchema,
  staff: idSchema,
})

/** What a tablet sealed: the PIN, and the one operation, device row and person it is for. */
export type OpenedPin = z.infer<typeof plaintextSchema>

/** The private half of a merchant's sealing key, or `undefined` for a key that is none of its. */
export type KeyOf = (kid: string) => Promise<CryptoKey | undefined>

/** Opens a sealed PIN; `undefined` for whatever cannot be opened, read or was meant for others. */
export async function openSealedPin(sealed: string, keyOf: KeyOf): Promise<OpenedPin | undefined> {
  try {
    const { kid } = decodeProtectedHeader(sealed)
    const key = typeof kid === 'string' ? await keyOf(kid) : undefined
    if (key === undefined) return undefined
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext)
    return plaintextSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (isUnreadable(error)) return undefined
    throw error
  }
}

/** Errors that the sealed text itself causes, as against trouble on our side. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError ||
    error instanceof TypeError ||
    error instanceof SyntaxError ||
    (error instanceof DOMException && error.name !== 'QuotaExceededError')
  )
}
