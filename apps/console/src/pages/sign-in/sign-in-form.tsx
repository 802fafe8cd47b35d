import { Button, IconButton, Notice, TextField } from '@counterfoil/ui'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type SubmitEvent, useState } from 'react'
import { codeOf } from '../../api/errors'
import { textOf } from '../../components/form-data'
import { useSignIn } from '../../session/use-me'
import { useText } from '../../text'
import styles from './sign-in-form.module.css'
import { useRefusal } from './use-refusal'

export function SignInForm() {
  const { t } = useText()
  const words = t.console.sign_in
  const signIn = useSignIn()
  // Once asked for, the field stays: a wrong code is answered like a wrong password.
  const [asked, setAsked] = useState(false)
  const totp = asked || codeOf(signIn.error) === 'TOTP_REQUIRED'
  const [shown, setShown] = useState(false)
  const [missing, setMissing] = useState<readonly string[]>([])
  const refusal = useRefusal(signIn.error, signIn.submittedAt, totp)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const email = textOf(data, 'email').trim()
    const password = textOf(data, 'password')
    const code = textOf(data, 'totp').replaceAll(' ', '')
    const gaps = [email === '' && 'email', password === '' && 'password'].filter(
      (gap) => gap !== false,
    )
    setMissing(gaps)
    if (gaps.length > 0 || refusal.waiting) return
    setAsked(totp)
    signIn.mutate({ email, password, ...(code !== '' && { totp: code }) })
  }

  const errorOf = (name: string) => (missing.includes(name) ? t.common.form.required : undefined)
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      <TextField
        autoComplete="username"
        error={errorOf('email')}
        inputMode="email"
        label={words.email}
        name="email"
        spellCheck={false}
        type="email"
      />
      <TextField
        autoComplete="current-password"
        error={errorOf('password')}
        label={words.password}
        name="password"
        trailing={
          <IconButton
            className={styles['eye']}
            icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            label={shown ? words.hide_password : words.show_password}
            onClick={() => setShown(!shown)}
            size="small"
          />
        }
        type={shown ? 'text' : 'password'}
      />
      {totp && (
        <TextField
          autoComplete="one-time-code"
          hint={words.totp_hint}
          label={words.totp}
          name="totp"
          spellCheck={false}
        />
      )}
      {refusal.text !== undefined && (
        <Notice live="assertive" tone={refusal.waiting ? 'warn' : 'danger'}>
          {refusal.text}
        </Notice>
      )}
      <Button
        busy={signIn.isPending}
        disabled={refusal.waiting}
        type="submit"
        variant="primary"
        wide
      >
        {words.submit}
      </Button>
    </form>
  )
}
