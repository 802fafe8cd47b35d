import { ENDPOINTS } from '@counterfoil/protocol'
import { acrossMerchants, forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { networkOf } from '../http/client-address'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { ProblemError } from '../problem-error'
import { claimDevice } from './claim'
import { countTypedCode } from './code-limit'
import { redeemCode } from './pairing-code'
import { provePossession } from './possession'

/** What a tablet calls before it is paired. */
export function mountClaim(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.claim, async ({ deps, c, body, ip, now }) => {
    const token = await provePossession(deps, c)
    const own = { ...deps, db: forMerchant(deps.db, token.merchant_id) }
    return claimDevice(own, token, { ...body, ip }, now)
  })
  mount(router, deps, ENDPOINTS.pairingByCode, async ({ deps, body, ip, now }) => {
    await countTypedCode(deps.db, networkOf(ip), now)
    const pairing = await redeemCode(acrossMerchants(deps.db), deps.crypto, body.code, now)
    if (pairing === undefined) {
      throw new ProblemError('NOT_FOUND', 'This code is wrong, was used already or is too old.')
    }
    return { pairing }
  })
}
