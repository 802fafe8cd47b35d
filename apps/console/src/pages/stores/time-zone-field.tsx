import { Select } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useText } from '../../text'

const ZONES = Intl.supportedValuesOf('timeZone')

export interface ZoneSelectProps {
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly hint: string
}

/** An IANA zone, found by typing its first letters. */
export function ZoneSelect({ value, onChange, hint }: ZoneSelectProps) {
  const { t } = useText()
  const zones = ZONES.includes(value) ? ZONES : [value, ...ZONES]
  return (
    <Select
      hint={hint}
      isRequired
      label={t.console.stores.time_zone}
      name="time_zone"
      onChange={onChange}
      options={zones.map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
      value={value}
    />
  )
}

/** The same as a field of a form; the visitor's own zone by default. */
export function TimeZoneField({ value }: { readonly value: string | undefined }) {
  const { t } = useText()
  const [zone, setZone] = useState(() => value ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  return <ZoneSelect hint={t.console.stores.time_zone_hint} onChange={setZone} value={zone} />
}
