import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useId } from 'react'
import { cx } from '../cx'
import styles from './field.module.css'

export interface FieldFrame {
  readonly label: string
  /** Quiet word at the right of the label, such as "optional". */
  readonly note?: string | undefined
  readonly hint?: ReactNode
  /** What is wrong and what to do; replaces the hint. */
  readonly error?: string | undefined
}

interface FrameProps extends FieldFrame {
  readonly id: string
  readonly children: ReactNode
}

function Frame({ id, label, note, hint, error, children }: FrameProps) {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
        {note !== undefined && <span className={styles['optional']}>{note}</span>}
      </label>
      {children}
      <FieldNote error={error} hint={hint} id={`${id}-note`} />
    </div>
  )
}

/** The line under a control: what is wrong, or else what helps. */
export function FieldNote({
  id,
  error,
  hint,
}: Pick<FieldFrame, 'error' | 'hint'> & { id: string }) {
  if (error === undefined && hint === undefined) return null
  if (error === undefined) {
    return (
      <p className={styles['hint']} id={id}>
        {hint}
      </p>
    )
  }
  return (
    <p className={styles['error']} id={id}>
      <CircleAlert aria-hidden />
      {error}
    </p>
  )
}

/** What a control must carry so that its note is read with it. */
function noteOf(id: string, { error, hint }: FieldFrame) {
  const described = error !== undefined || hint !== undefined
  return {
    id,
    'aria-describedby': described ? `${id}-note` : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  }
}

export interface TextFieldProps extends FieldFrame, ComponentPropsWithRef<'input'> {
  readonly icon?: ReactNode
  /** Sits inside the box at its end, e.g. a button that shows the password. */
  readonly trailing?: ReactNode
}

export function TextField(props: TextFieldProps) {
  const { label, note, hint, error, icon, trailing, className, ...rest } = props
  const made = useId()
  const id = rest.id ?? made
  return (
    <Frame error={error} hint={hint} id={id} label={label} note={note}>
      <div className={cx(styles['box'], error !== undefined && styles['invalid'], className)}>
        {icon}
        <input {...rest} {...noteOf(id, { label, error, hint })} className={styles['input']} />
        {trailing}
      </div>
    </Frame>
  )
}

export interface TextAreaProps extends FieldFrame, ComponentPropsWithRef<'textarea'> {}

export function TextArea(props: TextAreaProps) {
  const { label, note, hint, error, className, rows = 3, ...rest } = props
  const made = useId()
  const id = rest.id ?? made
  return (
    <Frame error={error} hint={hint} id={id} label={label} note={note}>
      <div className={cx(styles['box'], error !== undefined && styles['invalid'], className)}>
        <textarea
          {...rest}
          {...noteOf(id, { label, error, hint })}
          className={styles['input']}
          rows={rows}
        />
      </div>
    </Frame>
  )
}
