import type { Device } from '@counterfoil/protocol'
import type { DescriptionItem } from '@counterfoil/ui/console'
import { FactSection } from '../../components/fact-section'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import { useNow } from '../../components/use-now'
import { platformName } from './platform-name'

/** What the tablet said of itself, and what the server holds of it. */
export function TabletFacts({ device }: { readonly device: Device }) {
  const { facts } = useText().t.console.tablets
  const connection = useConnectionFacts(device)
  const queue = useQueueFacts(device)
  const own = useOwnFacts(device)
  return (
    <>
      <FactSection items={connection} title={facts.connection} />
      {device.queue !== null && <FactSection items={queue} title={facts.queue} />}
      {own.length > 0 && <FactSection items={own} title={facts.device} />}
    </>
  )
}

function useConnectionFacts(device: Device): readonly DescriptionItem[] {
  const { t, format } = useText()
  const moment = useMoment()
  const words = t.console.tablets
  const { facts } = words
  const now = useNow(60_000)
  const seen = device.last_seen_at === null ? words.never : moment(device.last_seen_at)
  return [
    { term: words.last_seen, value: seen },
    ...known(facts.address, device.last_ip),
    ...known(facts.app, device.app_version),
    ...known(facts.platform, device.platform && platformName(device.platform)),
    ...known(facts.paired, device.claimed_at && format.dateTime(device.claimed_at, now)),
    { term: facts.pairings, value: format.number(device.incarnation) },
    { term: facts.token, value: format.date(device.token_expires_at) },
    ...known(facts.revoked, device.revoked_at && format.dateTime(device.revoked_at, now)),
    ...known(facts.stolen, device.stolen_at && format.dateTime(device.stolen_at, now)),
  ]
}

function useQueueFacts(device: Device): readonly DescriptionItem[] {
  const { t, format } = useText()
  const moment = useMoment()
  const { facts, never } = t.console.tablets
  const { queue } = device
  if (queue === null) return []
  const missing = device.missing.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return [
    { term: facts.pending, value: format.number(queue.pending) },
    ...known(facts.oldest, queue.oldest_at && moment(queue.oldest_at)),
    { term: facts.parked, value: format.number(queue.parked) },
    { term: facts.drained, value: queue.drained_at === null ? never : moment(queue.drained_at) },
    { term: facts.numbers, value: format.number(device.last_seq) },
    { term: facts.missing, value: missing.length === 0 ? facts.none_missing : missing.join(', ') },
  ]
}

function useOwnFacts(device: Device): readonly DescriptionItem[] {
  const { t, format } = useText()
  const { facts } = t.console.tablets
  const { storage, clock_offset_ms: offset } = device
  const persisted = storage?.persisted ?? null
  const bytes = (value: number) => `${format.number(Math.round(value / 1e5) / 10)}\u00a0MB`
  const used =
    storage?.used_bytes == null || storage.quota_bytes == null
      ? null
      : facts.used_of({ used: bytes(storage.used_bytes), quota: bytes(storage.quota_bytes) })
  const clock = () => {
    if (offset === null) return null
    if (Math.abs(offset) < 2000) return facts.clock_right
    const by = format.duration(Math.abs(offset))
    return offset > 0 ? facts.clock_slow({ by }) : facts.clock_fast({ by })
  }
  return [
    ...known(facts.clock, clock()),
    ...known(
      facts.storage,
      persisted === null ? null : persisted ? facts.storage_yes : facts.storage_no,
    ),
    ...known(facts.used, used),
  ]
}

const known = (term: string, value: string | null): readonly DescriptionItem[] =>
  value === null ? [] : [{ term, value }]
