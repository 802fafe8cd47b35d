import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useCommonText } from '../language'
import styles from '../light/field.module.css'

export interface FieldTexts {
  readonly label: string
  /** Quiet word at the right of the label, such as "optional". */
  readonly note?: string | undefined
  readonly hint?: ReactNode
}

/** Label above, hint or error below; the error is the form's, found by the field's name. */
export function FieldShell(props: FieldTexts & { readonly children: ReactNode }) {
  const { label, note, hint, children } = props
  return (
    <>
      <Label className={styles['label'] ?? ''}>
        {label}
        {note !== undefined && <span className={styles['optional']}>{note}</span>}
      </Label>
      {children}
      <FieldHelp hint={hint} />
    </>
  )
}

/** What is wrong, in the chosen language; the browser's own words would be in the browser's. */
export function FieldHelp({ hint }: Pick<FieldTexts, 'hint'>) {
  const words = useCommonText()
  return (
    <>
      {hint !== undefined && (
        <Text className={styles['hint'] ?? ''} slot="description">
          {hint}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>
        {({ validationErrors, validationDetails }) => (
          <>
            <CircleAlert aria-hidden />
            {validationDetails.valueMissing ? words.form.required : validationErrors.join(' ')}
          </>
        )}
      </FieldError>
    </>
  )
}
