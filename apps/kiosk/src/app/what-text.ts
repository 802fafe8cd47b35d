import { type OpKind, punchAction } from '@counterfoil/domain'
import type { KioskMessages } from '@counterfoil/messages'

/** Whose punch it was, as a sentence; `null` for every other operation and for nobody's. */
export function punchText(kind: OpKind, name: string | null, t: KioskMessages): string | null {
  const action = punchAction(kind)
  return action === undefined || name === null ? null : t.clock.did[action]({ name })
}
