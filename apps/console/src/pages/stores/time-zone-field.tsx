import { Select } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useText } from '../../text'

const ZONES = Intl.supportedValuesOf('timeZone')

/** An IANA zone, found by typing its first letters; the visitor's own by default. */
export function TimeZoneField({ value }: { readonly value: string | undefined }) {
  const { t } = useText()
  const [zone, setZone] = useState(() => value ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES]
  const { time_zone, time_zone_hint } = t.console.stores
  return (
    <Select
      hint={time_zone_hint}
      isRequired
      label={time_zone}
      name="time_zone"
      onChange={setZone}
      options={zones.map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
      value={zone}
    />
  )
}
