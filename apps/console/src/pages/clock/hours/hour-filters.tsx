import { FilterBar, FilterChip } from '@counterfoil/ui/console'
import type { HourFilters } from '../../../api/clock'
import { useStaff } from '../../../api/staff'
import { useStores } from '../../../api/stores'
import { useSearchPart } from '../../../components/use-search-part'
import { useText } from '../../../text'
import { Switcher } from '../switcher'

const VIEWS = ['table', 'picture'] as const
export type HourView = (typeof VIEWS)[number]

/** What of everybody's hours is looked at, and how; part of the address. */
export function useHourFilters() {
  const [store, setStore] = useSearchPart('store')
  const [person, setPerson] = useSearchPart('person')
  const [odd, setOdd] = useSearchPart('odd')
  const [view, setView] = useSearchPart('view')
  const asked: HourFilters = {
    ...(store !== undefined && { store_id: store }),
    ...(person !== undefined && { staff_id: person }),
  }
  return {
    asked,
    store,
    person,
    odd: odd !== undefined,
    any: odd !== undefined || store !== undefined || person !== undefined,
    view: VIEWS.find((each) => each === view) ?? 'table',
    setStore,
    setPerson,
    setOdd: (on: boolean) => setOdd(on ? '1' : undefined),
    setView: (next: HourView) => setView(next === 'table' ? undefined : next),
  }
}

export function HourFilterBar({
  filters,
}: {
  readonly filters: ReturnType<typeof useHourFilters>
}) {
  const words = useText().t.console.hours
  const stores = useStores().data ?? []
  const staff = useStaff().data ?? []
  return (
    <FilterBar>
      {stores.length > 1 && (
        <FilterChip
          label={words.store}
          onChange={filters.setStore}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.store}
        />
      )}
      <FilterChip
        label={words.person}
        onChange={filters.setPerson}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.person}
      />
      <FilterChip
        label={words.only_odd}
        onChange={(value) => filters.setOdd(value !== undefined)}
        options={[{ value: '1', label: words.odd_only }]}
        value={filters.odd ? '1' : undefined}
      />
      <Switcher
        label={words.view}
        onChange={filters.setView}
        options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
        value={filters.view}
      />
    </FilterBar>
  )
}
