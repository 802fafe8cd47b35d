import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkSecret } from '../config-secret'
import type { ToolConfig } from '../config'

/**
 * SECRET_KEY as the server has it: set, or kept in the data folder. Never made here: a new one
 * would fit nothing.
 * @throws Error saying where it belongs
 */
export async function toolSecret({ secretKey, dataDir, databaseUrl }: ToolConfig): Promise<string> {
  if (secretKey !== undefined) {
    const [problem] = checkSecret('SECRET_KEY', secretKey, 32)
    if (problem !== undefined) throw new Error(problem)
    return secretKey
  }
  const file = join(dataDir, 'secret-key')
  const kept = databaseUrl === undefined ? await readIfThere(file) : undefined
  if (kept !== undefined) return kept
  throw new Error(
    databaseUrl === undefined
      ? `There is no ${file}: put the secret-key of the server that made the backup there.`
      : 'Set SECRET_KEY as the server has it.',
  )
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
