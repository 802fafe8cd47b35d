import { VisuallyHidden } from '@counterfoil/ui'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import styles from './segments.module.css'

export interface SegmentsProps<V extends string> {
  /** Read aloud, not shown. */
  readonly legend: string
  readonly options: readonly {
    readonly value: V
    readonly label: string
    readonly Icon: LucideIcon
  }[]
  readonly value: V | null
  readonly onChange: (value: V) => void
}

/** A few ways side by side, one of them chosen; all are one touch away. */
export function Segments<V extends string>({ legend, options, value, onChange }: SegmentsProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles['group']}>
      <VisuallyHidden as="legend">{legend}</VisuallyHidden>
      {options.map(({ value: one, label, Icon }) => (
        <label className={styles['choice']} key={one}>
          <input
            checked={one === value}
            className={styles['input']}
            name={name}
            onChange={() => onChange(one)}
            type="radio"
            value={one}
          />
          <Icon aria-hidden className={styles['icon']} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
