import { createHmac } from 'node:crypto'
import { createCrypto } from '../crypto/crypto'

/** What only a server with this SECRET_KEY can write under a backup. */
export function backupMac(secret: string, sha256: string): string {
  const key = createCrypto(secret).macKey('backup')
  return createHmac('sha256', key).update(sha256).digest('hex')
}
