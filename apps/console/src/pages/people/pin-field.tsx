import { IconButton } from '@counterfoil/ui'
import { FormTextField } from '@counterfoil/ui/console'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { useState } from 'react'
import { useText } from '../../text'

export interface PinFieldProps {
  readonly hint: string
  readonly note?: string
  readonly required: boolean
}

/** Digits only, hidden until asked for; never kept by the browser. */
export function PinField({ hint, note, required }: PinFieldProps) {
  const { t } = useText()
  const words = t.console.people
  const [shown, setShown] = useState(false)
  const [pin, setPin] = useState('')
  return (
    <FormTextField
      autoComplete="new-password"
      hint={hint}
      inputMode="numeric"
      isRequired={required}
      label={words.pin}
      maxLength={8}
      name="pin"
      note={note}
      onChange={(text) => setPin(text.replaceAll(/\D/g, ''))}
      trailing={
        <IconButton
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          label={shown ? words.pin_hide : words.pin_show}
          onClick={() => setShown(!shown)}
          size="small"
        />
      }
      type={shown ? 'text' : 'password'}
      value={pin}
    />
  )
}
