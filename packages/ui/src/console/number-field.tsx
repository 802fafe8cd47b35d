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
}

/** A whole number with steps; `formatOptions` as Intl takes them. */
export function NumberField({ label, note, hint, unit, ...rest }: NumberFieldProps) {
  const { form } = useCommonText()
  return (
    <AriaNumberField {...rest} className={styles['field'] ?? ''}>
      <FieldShell hint={hint} label={label} note={note}>
        <Group className={styles['box'] ?? ''}>
          <Input className={styles['input'] ?? ''} />
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
