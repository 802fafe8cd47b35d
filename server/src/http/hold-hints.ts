import type { ChangeBus } from '../sync/change-bus'
import type { Topic } from '../sync/topics'

/** A bus that keeps its hints until the transaction around the work has committed. */
export function holdHints(bus: ChangeBus): { readonly bus: ChangeBus; release(): void } {
  const held: [merchantId: string, topics: readonly Topic[]][] = []
  return {
    bus: { ...bus, notify: (merchantId, topics) => void held.push([merchantId, topics]) },
    release: () => {
      for (const [merchantId, topics] of held) bus.notify(merchantId, topics)
    },
  }
}
