import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import styles from '../light/field.module.css'
import { FieldShell, type FieldTexts } from './field-shell'
import own from './field.module.css'

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style'>, FieldTexts {
  /** Stands after the number: "min", "stamps". */
  readonly unit?: string
  /** Each number while it is typed; `onChange` comes when the typing is done. */
  readonly onTyped?: (value: number) => void
}

/** A whole number with steps; `formatOptions` as Intl takes them. */
export function NumberField({ label, note, hint, unit, onTyped, ...rest }: NumberFieldProps) {
  const { form } = useCommonText()
  return (
    <AriaNumberField {...rest} className={styles['field'] ?? ''}>
      <FieldShell hint={hint} label={label} note={note}>
        <Group className={styles['box'] ?? ''}>
          <Input
            className={styles['input'] ?? ''}
            onInput={({ currentTarget }) => onTyped?.(wholeNumber(currentTarget.value))}
          />
          {unit !== undefined && <span className={styles['optional']}>{unit}</span>}
          <Button aria-label={form.decrease} className={own['step'] ?? ''} slot="decrement">
            <Minus aria-hidden />
          </Button>
          <Button aria-label={form.increase} className={cx(own['step'])} slot="increment">
            <Plus aria-hidden />
          </Button>
        </Group>
      </FieldShell>
    </AriaNumberField>
  )
}

/** Whatever stands between thousands; no digits are no number. */
function wholeNumber(text: string): number {
  const digits = text.replaceAll(/\D/g, '')
  return digits === '' ? Number.NaN : Number(digits)
}
