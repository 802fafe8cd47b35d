import { createHmac } from 'node:crypto'
import type { HashPool } from '../crypto/hash-pool'

const COST = 12
/** Of no password anybody has: unknown accounts cost the same time as known ones. */
const NOBODY = '$2b$12$C6UzMDM.H6dfI/f/IKcEeO7ZBvTXQmUoQBN0zr5nNRuMx1mBXvGdW'

export async function hashPassword(pool: HashPool, password: string): Promise<string> {
  return pool.hash(condense(password), COST)
}

/** @param hash `undefined` for an account that does not exist: false, after the same work */
export async function verifyPassword(
  pool: HashPool,
  password: string,
  hash: string | undefined,
): Promise<boolean> {
  const equal = await pool.compare(condense(password), hash ?? NOBODY)
  return equal && hash !== undefined
}

/** bcrypt reads 72 bytes; this keeps every character of a longer password, and any NUL. */
function condense(password: string): string {
  return createHmac('sha256', 'counterfoil/password').update(password.normalize()).digest('base64')
}
