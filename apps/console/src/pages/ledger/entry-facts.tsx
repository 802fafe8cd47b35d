import type { LedgerEntry, Operation } from '@counterfoil/protocol'
import type { DescriptionItem } from '@counterfoil/ui/console'
import { FactSection } from '../../components/fact-section'
import { useStoreFormat } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './ledger.module.css'

interface FactsProps {
  readonly entry: LedgerEntry
  readonly operation: Operation
}

/** Every clock that had a say: the tablet's, its correction, arrival, writing. */
export function ClockFacts({ entry, operation }: FactsProps) {
  const { t } = useText()
  const words = t.console.ledger.panel
  const format = useStoreFormat()(operation.store_id)
  const full = (at: string) => `${format.day(at)}, ${format.timeWithSeconds(at)}`
  const { at, offset_ms: offset, occurred_at, received_at } = operation
  const under = Math.max(0, Date.parse(received_at) - Date.parse(occurred_at))
  const sign = signOf(Math.round((offset ?? 0) / 100))
  const seconds = format.number(Math.round(Math.abs(offset ?? 0) / 100) / 10)
  return (
    <FactSection
      items={[
        { term: words.occurred, value: full(occurred_at) },
        { term: words.at, value: at === null ? '–' : full(at) },
        {
          term: words.offset,
          value: offset === null ? words.offset_unknown : `${sign}${seconds}\u00a0s`,
        },
        { term: words.received, value: full(received_at) },
        { term: words.delay, value: format.duration(under) },
        { term: words.recorded, value: full(entry.recorded_at) },
      ]}
      title={words.clocks}
    />
  )
}

export function PlaceFacts(props: { entry: LedgerEntry; operation: Operation | undefined }) {
  const { entry, operation } = props
  const { t, format } = useText()
  const words = t.console.ledger.panel
  const { names } = entry
  /** How a punch was made. */
  const howOf = ({ kind, source = 'tablet' }: LedgerEntry) =>
    kind.startsWith('clock.') ? t.console.clock.sources[source] : null
  const seq = operation?.seq ?? null
  return (
    <FactSection
      items={[
        ...known(words.store, names.store_name),
        ...known(words.tablet, names.device_label),
        ...known(words.number, seq === null ? null : format.number(seq)),
        ...known(t.console.amendments.how, howOf(entry)),
        ...known(words.person, names.staff_name),
        ...known(words.user, names.user_name),
        ...known(words.program, names.program_name),
        ...known(words.card, names.card_number),
        ...known(words.performance, names.performance_title),
        ...known(words.ticket, names.ticket_name),
      ]}
      title={words.where}
    />
  )
}

export function ChainFacts({ entry }: Pick<FactsProps, 'entry'>) {
  const { t, format } = useText()
  const words = t.console.ledger.panel
  return (
    <FactSection
      items={[
        { term: words.position, value: format.number(entry.n) },
        { term: words.hash, value: <code className={styles['hash']}>{entry.hash}</code> },
        { term: words.prev_hash, value: <code className={styles['hash']}>{entry.prev_hash}</code> },
      ]}
      title={words.chain}
    >
      <p className={styles['chain']}>{words.chain_text}</p>
    </FactSection>
  )
}

const known = (term: string, value: string | null): readonly DescriptionItem[] =>
  value === null ? [] : [{ term, value }]

const signOf = (value: number) => (value === 0 ? '' : value < 0 ? '−' : '+')
