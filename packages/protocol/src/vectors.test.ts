import { dataOf, idOf, tokenOf, VECTORS } from '@counterfoil/domain/vectors'
import { expect, test } from 'vitest'
import { opSchema } from './op'

const UNREADABLE = new Set(['OP_MALFORMED', 'KIND_UNKNOWN'])

test('what the golden vectors hand in is what the wire carries', () => {
  for (const { name, ops, sides } of VECTORS) {
    for (const one of ops) {
      const data = dataOf(one, { id: idOf, token: tokenOf })
      const sealed = one.kind === 'staff.sign_on' ? { sealed_pin: 'e30..x.x.x' } : {}
      const { success } = opSchema.safeParse({
        id: idOf(name),
        kind: one.kind,
        at: one.at,
        offset_ms: one.offset_ms ?? null,
        shown: { status: 'accepted', code: null },
        data: { ...data, ...sealed },
      })
      // Others judge what can be read; that it cannot be is the server's alone to find.
      const unreadable = sides?.join() === 'server' && UNREADABLE.has(one.verdict)
      expect([name, success]).toEqual([name, !unreadable])
    }
  }
})
