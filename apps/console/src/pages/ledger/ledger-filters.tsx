import { SHEET_ENTRY_KINDS } from '@counterfoil/domain'
import { Button } from '@counterfoil/ui'
import { FilterBar, FilterChip } from '@counterfoil/ui/console'
import { useSearchParams } from 'react-router'
import { useCard } from '../../api/cards'
import { usePerformance } from '../../api/performances'
import { useDevices } from '../../api/devices'
import { useStaff } from '../../api/staff'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { useKindNoun } from './use-entry-text'
import { PERIODS, STATUSES } from './use-filters'

const KINDS = [
  'loyalty.stamp',
  'ticket.admit',
  'ticket.exit',
  'ticket.walk_in',
  'clock.in',
  'clock.out',
  'clock.break_start',
  'clock.break_end',
  'op.void',
  'staff.sign_on',
  'staff.sign_off',
  'device.lost',
  'review.accept',
  'review.void',
  'review.dismiss',
  ...SHEET_ENTRY_KINDS,
]

const NAMES = ['kind', 'status', 'device_id', 'staff_id', 'card_id', 'performance_id', 'period']

/** What the list is narrowed to, as chips; all of it in the address. */
export function LedgerFilterBar() {
  const { t } = useText()
  const { filters, periods, clear_filters } = t.console.ledger
  const [params, setParams] = useSearchParams()
  const noun = useKindNoun()
  const devices = useDevices()
  const staff = useStaff()
  const isSet = NAMES.some((name) => params.has(name))
  return (
    <FilterBar>
      <Chip
        label={filters.period}
        name="period"
        options={PERIODS.map((value) => ({ value, label: periods[value] }))}
      />
      <Chip
        label={filters.kind}
        name="kind"
        options={KINDS.map((value) => ({ value, label: noun(value) }))}
      />
      <Chip
        label={filters.status}
        name="status"
        options={STATUSES.map((value) => ({ value, label: t.common.state[value] }))}
      />
      <Chip
        label={filters.tablet}
        name="device_id"
        options={(devices.data ?? []).map(({ id, label }) => ({ value: id, label }))}
      />
      <Chip
        label={filters.person}
        name="staff_id"
        options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CardChip />
      <PerformanceChip />
      {isSet && (
        <Button onClick={() => setParams({}, { replace: true })} size="small" variant="quiet">
          {clear_filters}
        </Button>
      )}
    </FilterBar>
  )
}

interface ChipProps {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Chip({ name, label, options }: ChipProps) {
  const [value, setValue] = useSearchPart(name)
  return <FilterChip label={label} onChange={setValue} options={options} value={value} />
}

/** A card is chosen from its own page; here it can only be let go. */
function CardChip() {
  const { t } = useText()
  const [id, setId] = useSearchPart('card_id')
  const card = useCard(id ?? '', id !== undefined)
  if (id === undefined) return null
  return (
    <FilterChip
      label={t.console.ledger.filters.card}
      onChange={setId}
      options={[{ value: id, label: card.data?.card.number ?? '…' }]}
      value={id}
    />
  )
}

/** The same with a performance. */
function PerformanceChip() {
  const { t } = useText()
  const [id, setId] = useSearchPart('performance_id')
  const answer = usePerformance(id ?? '', id !== undefined)
  if (id === undefined) return null
  return (
    <FilterChip
      label={t.console.ledger.filters.performance}
      onChange={setId}
      options={[{ value: id, label: answer.data?.performance.title ?? '…' }]}
      value={id}
    />
  )
}
