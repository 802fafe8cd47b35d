import { FormTextArea } from '@counterfoil/ui/console'

interface ReasonFieldProps {
  readonly words: { readonly reason: string; readonly reason_hint: string }
  readonly maxLength: number
}

/** Why something is done that others will ask about; sent as `reason`. */
export function ReasonField({ words, maxLength }: ReasonFieldProps) {
  return (
    <FormTextArea
      hint={words.reason_hint}
      isRequired
      label={words.reason}
      maxLength={maxLength}
      name="reason"
      rows={2}
    />
  )
}
