import { findAccountByEmail } from './auth/accounts.query'
import { verifyPassword } from './auth/passwords'
import { keptSecret } from './crypto/kept-secret'
import { ADMIN, HARBOUR, RIVAL } from './demo/cast'
import { ensureDemo } from './demo/ensure-demo'
import type { Deps } from './deps'

/** Account of the demo that a person who tries it signs in with first. */
const DEMO_OWNER = 'owner@harbour.example'

/** Every account of the demo, with a word on what it may; the one to try first comes first. */
export const DEMO_ACCOUNTS: readonly { readonly email: string; readonly what: string }[] = [
  ...[HARBOUR, RIVAL].flatMap(({ name, accounts }) =>
    accounts.map(({ email, role }) => ({ email, what: `${role} of ${name}` })),
  ),
  { email: ADMIN.email, what: 'admin of the platform' },
]

export interface DemoStart {
  /** `undefined` when the demo was made with another one than is set now. */
  readonly password: string | undefined
}

/** Fills an empty database. @returns `undefined` when the database holds something else */
export async function startDemo(deps: Deps): Promise<DemoStart | undefined> {
  const { demoPassword, dataDir } = deps.config
  const password = demoPassword ?? (await keptSecret(dataDir, 'demo-password', 9))
  await ensureDemo(deps, password)
  const owner = await findAccountByEmail(deps.db, DEMO_OWNER)
  if (owner === undefined) return undefined
  const fits = await verifyPassword(deps.hashing, password, owner.password_hash)
  return { password: fits ? password : undefined }
}
