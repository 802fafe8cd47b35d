import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A random secret that is made once and kept in a file only its owner can read.
 * @returns 32 random bytes as base64url; the same ones in every later call
 */
export async function keptSecret(folder: string, name: string, bytes = 32): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  const known = await readIfThere(file)
  if (known !== undefined && known !== '') return known
  // Written aside and renamed: a power cut leaves the whole secret or none.
  const draft = await open(`${file}.new`, 'w', 0o600)
  const secret = randomBytes(bytes).toString('base64url')
  await draft.writeFile(secret)
  await draft.sync()
  await draft.close()
  await rename(`${file}.new`, file)
  return secret
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
