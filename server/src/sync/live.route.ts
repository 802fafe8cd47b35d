import { ENDPOINTS } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { isLivingSession } from '../auth/sessions.repository'
import type { DeviceCaller, MerchantCaller } from '../http/caller'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { hintStream } from './hint-stream'

/** Tablets: a hint to pull. Consoles: which lists to load again. */
export function mountLive(router: Router, deps: Deps): void {
  const { bus } = deps
  mount(router, deps, ENDPOINTS.live, async ({ deps, caller }) =>
    hintStream({
      bus,
      merchantId: caller.merchant_id,
      accountId: caller.type === 'device' ? undefined : caller.account_id,
      dataFor: (topics) => (topics.has('feed') ? {} : undefined),
      alive: () => (caller.type === 'device' ? isPaired(deps, caller) : mayListen(deps, caller)),
    }),
  )
  mount(router, deps, ENDPOINTS.merchantLive, async ({ deps, caller }) =>
    hintStream({
      bus,
      merchantId: caller.merchant_id,
      accountId: caller.account_id,
      dataFor: (topics) => ({ topics: [...topics] }),
      alive: () => mayListen(deps, caller),
    }),
  )
}

async function isPaired(
  { db }: Deps,
  { merchant_id, device_id, incarnation }: DeviceCaller,
): Promise<boolean> {
  const row = await db
    .selectFrom('device')
    .select('incarnation')
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', device_id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.incarnation === incarnation
}

async function mayListen(deps: Deps, caller: MerchantCaller): Promise<boolean> {
  return (await isLivingSession(deps.db, caller.session, deps.now())) && isMember(deps, caller)
}

async function isMember(
  { db }: Deps,
  { merchant_id, account_id, platform_admin }: MerchantCaller,
): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'account.account_id')
        .on('membership.merchant_id', '=', merchant_id),
    )
    .select(['account.platform_admin', 'membership.role'])
    .where('account.account_id', '=', account_id)
    .where('account.active', '=', true)
    .executeTakeFirst()
  return row !== undefined && ((platform_admin && row.platform_admin) || row.role !== null)
}
