import { ENDPOINTS } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { loadSettings, updateSettings } from './settings'

export function mountSettings(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.getSettings, async ({ deps, caller }) => ({
    settings: await loadSettings(deps.db, caller.merchant_id),
  }))
  mount(router, deps, ENDPOINTS.updateSettings, async (call) => ({
    settings: await updateSettings(call, call.body),
  }))
}
