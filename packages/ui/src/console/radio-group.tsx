import {
  Label,
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components'
import { cx } from '../cx'
import styles from './choice.module.css'
import { FieldHelp, type FieldTexts } from './field-shell'
import field from './field.module.css'
import type { Option } from './select'

type Inherited = Omit<
  AriaRadioGroupProps,
  'children' | 'className' | 'style' | 'value' | 'onChange'
>

export interface RadioGroupProps<Value extends string> extends Inherited, FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Each choice as a card, for choices that need a sentence. */
  readonly cards?: boolean
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hint, options, value, onChange, cards = false, ...rest } = props
  return (
    <AriaRadioGroup
      {...rest}
      className={field['group'] ?? ''}
      onChange={(chosen) => {
        const option = options.find((known) => known.value === chosen)
        if (option !== undefined) onChange(option.value)
      }}
      value={value}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={field['choices']}>
        {options.map((option) => (
          <Radio
            className={cx(styles['choice'], cards && styles['card'])}
            key={option.value}
            value={option.value}
          >
            <span className={cx(styles['mark'], styles['round'])} />
            <span className={styles['words']}>
              {option.label}
              {option.hint !== undefined && <span className={styles['hint']}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldHelp hint={hint} />
    </AriaRadioGroup>
  )
}
