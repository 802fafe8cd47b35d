import type { Option } from '@counterfoil/ui/console'
import styles from './clock.module.css'

export interface SwitcherProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Two or three ways to see the same, side by side. */
export function Switcher<Value extends string>(props: SwitcherProps<Value>) {
  const { label, options, value, onChange } = props
  return (
    <fieldset aria-label={label} className={styles['switcher']}>
      {options.map((option) => (
        <button
          aria-pressed={option.value === value}
          key={option.value}
          onClick={() => onChange(option.value)}
          type="button"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
