import Check from 'lucide-react/icons/check'
import Minus from 'lucide-react/icons/minus'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps as AriaCheckboxGroupProps,
  type CheckboxProps as AriaCheckboxProps,
  Label,
} from 'react-aria-components'
import styles from './choice.module.css'
import { FieldHelp, type FieldTexts } from './field-shell'
import field from './field.module.css'
import type { Option } from './select'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly hint?: string | undefined
}

export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles['choice'] ?? ''}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles['mark']}>
            {isIndeterminate ? (
              <Minus aria-hidden strokeWidth={3} />
            ) : (
              <Check aria-hidden strokeWidth={3} />
            )}
          </span>
          <span className={styles['words']}>
            {children}
            {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

type Inherited = Omit<
  AriaCheckboxGroupProps,
  'children' | 'className' | 'style' | 'value' | 'onChange'
>

export interface CheckboxGroupProps<Value extends string> extends Inherited, FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
}

export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { label, hint, options, value, onChange, ...rest } = props
  return (
    <AriaCheckboxGroup
      {...rest}
      className={field['group'] ?? ''}
      onChange={(chosen) =>
        onChange(options.map((option) => option.value).filter((known) => chosen.includes(known)))
      }
      value={[...value]}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={field['choices']}>
        {options.map((option) => (
          <Checkbox hint={option.hint} key={option.value} value={option.value}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldHelp hint={hint} />
    </AriaCheckboxGroup>
  )
}
