import { PROTOCOL_HEADER } from '@counterfoil/protocol'
import type { ProvenToken } from '../../server/src/devices/possession'

/** Stands for a proof of possession: what it says is believed, but the device row has its word. */
export const PROVEN_HEADER = 'sim-proven'

/** What one pairing gave to a tablet. */
export class Credentials {
  constructor(readonly token: ProvenToken) {}

  headers(method: string): Record<string, string> {
    return {
      authorization: 'DPoP simulated',
      [PROVEN_HEADER]: JSON.stringify(this.token),
      [PROTOCOL_HEADER]: '1',
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    }
  }
}
