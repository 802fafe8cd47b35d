import type { ReactNode } from 'react'
import {
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import styles from '../light/field.module.css'
import { FieldShell, type FieldTexts } from './field-shell'

type Inherited = Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>

export interface FormTextFieldProps extends Inherited, FieldTexts {
  readonly icon?: ReactNode
  readonly trailing?: ReactNode
  readonly placeholder?: string
}

/** A line of text in a form; its error arrives by `name`. */
export function FormTextField(props: FormTextFieldProps) {
  const { label, note, hint, icon, trailing, placeholder = '', ...rest } = props
  return (
    <AriaTextField {...rest} className={styles['field'] ?? ''}>
      <FieldShell hint={hint} label={label} note={note}>
        <div className={styles['box']}>
          {icon}
          <Input className={styles['input'] ?? ''} placeholder={placeholder} />
          {trailing}
        </div>
      </FieldShell>
    </AriaTextField>
  )
}

export interface FormTextAreaProps extends Inherited, FieldTexts {
  readonly rows?: number
  readonly placeholder?: string
}

export function FormTextArea(props: FormTextAreaProps) {
  const { label, note, hint, rows = 3, placeholder = '', ...rest } = props
  return (
    <AriaTextField {...rest} className={styles['field'] ?? ''}>
      <FieldShell hint={hint} label={label} note={note}>
        <div className={styles['box']}>
          <AriaTextArea className={styles['input'] ?? ''} placeholder={placeholder} rows={rows} />
        </div>
      </FieldShell>
    </AriaTextField>
  )
}
