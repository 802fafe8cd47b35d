import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { Form as AriaForm } from 'react-aria-components'
import { useCommonText } from '../language'
import { Notice } from '../light/notice'
import styles from './form.module.css'

/** One entry of a problem's `errors`: a JSON pointer into the body, and what is wrong there. */
export interface PointerError {
  readonly pointer: string
  readonly message: string
}

export interface FormProps {
  /** Called with the form's fields once the browser finds nothing missing. */
  readonly onSubmit: (data: FormData) => void
  /** What the server found: shown at the field named like the pointer, the rest on top. */
  readonly errors?: readonly PointerError[] | undefined
  /** A problem of the whole form, in words. */
  readonly problem?: ReactNode
  readonly children: ReactNode
}

/** `/opening/from` belongs to the field named `opening.from`. */
export function fieldNameOf(pointer: string): string {
  return pointer.replace(/^[#/]+/, '').replaceAll('/', '.')
}

const NO_ERRORS: readonly PointerError[] = []

export function Form({ onSubmit, errors = NO_ERRORS, problem, children }: FormProps) {
  const words = useCommonText()
  const ref = useRef<HTMLFormElement>(null)
  const byField = useMemo(
    () => Object.fromEntries(errors.map((error) => [fieldNameOf(error.pointer), error.message])),
    [errors],
  )
  useEffect(() => {
    if (errors.length > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  return (
    <AriaForm
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
      ref={ref}
      validationErrors={byField}
    >
      {(problem !== undefined || errors.length > 0) && (
        <Notice live="assertive" tone="danger">
          {problem ?? words.form.fix_fields({ fields: errors.length })}
        </Notice>
      )}
      {children}
    </AriaForm>
  )
}
