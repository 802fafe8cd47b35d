import { Button, Illustration, TextField } from '@counterfoil/ui'
import { type FormEvent, useRef, useState } from 'react'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { readTypedCode } from '../scan/typed-code'
import { PageLayer } from './page-layer'
import styles from './typing.module.css'

/** The way without a camera. Nothing typed is ever opened, only looked up. */
export function Typing() {
  const { scanner } = useServices()
  const { t } = useText()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  const words = t.kiosk.typed

  function submit(event: FormEvent): void {
    event.preventDefault()
    const code = readTypedCode(typed)
    setShort(code === null)
    if (code === null) field.current?.focus()
    else scanner.offer(code)
  }

  return (
    <PageLayer screen="typing" title={words.title}>
      <div className={styles['sides']}>
        <form className={styles['form']} noValidate onSubmit={submit}>
          <TextField
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            // The page was opened to type into this field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            error={short ? words.too_short : undefined}
            hint={words.hint}
            label={words.label}
            onChange={(event) => setTyped(event.currentTarget.value)}
            ref={field}
            spellCheck={false}
            value={typed}
          />
          <Button size="large" type="submit" variant="primary" wide>
            {words.submit}
          </Button>
        </form>
        <div className={styles['card']}>
          <Illustration name="pairing" />
        </div>
      </div>
    </PageLayer>
  )
}
