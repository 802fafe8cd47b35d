import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components'
import { cx } from '../cx'
import styles from '../light/field.module.css'
import { FieldShell, type FieldTexts } from './field-shell'
import own from './field.module.css'
import popover from './popover.module.css'

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[]
  /** `null` when nothing is chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string
  readonly name?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, note, hint, options, value, onChange, placeholder = '–', ...rest } = props
  return (
    <AriaSelect
      {...rest}
      className={styles['field'] ?? ''}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
      placeholder={placeholder}
      value={value}
    >
      <FieldShell hint={hint} label={label} note={note}>
        <Button className={cx(styles['box'], own['trigger'])}>
          <SelectValue className={own['value'] ?? ''}>
            {({ selectedText }) => selectedText ?? placeholder}
          </SelectValue>
          <ChevronDown aria-hidden />
        </Button>
      </FieldShell>
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <ListBox className={popover['list'] ?? ''}>
          {options.map((option) => (
            <OptionItem key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem className={popover['item'] ?? ''} id={option.value} textValue={option.label}>
      <span className={popover['words']}>
        <Text slot="label">{option.label}</Text>
        {option.hint !== undefined && (
          <Text className={popover['hint'] ?? ''} slot="description">
            {option.hint}
          </Text>
        )}
      </span>
      <Check aria-hidden className={popover['tick']} />
    </ListBoxItem>
  )
}
