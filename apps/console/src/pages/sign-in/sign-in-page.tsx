import { LanguagePicker, Logo, Perforation } from '@counterfoil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router'
import { ENDED_KEY } from '../../api/query-client'
import { useMe } from '../../session/use-me'
import { useText } from '../../text'
import { SignInForm } from './sign-in-form'
import styles from './sign-in-page.module.css'

/** Only addresses of our own, so that nobody can be led elsewhere after signing in. */
function safeNext(next: string | null): string | undefined {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : undefined
}

export function SignInPage() {
  const { t, language, setLanguage } = useText()
  const [search] = useSearchParams()
  const me = useMe()
  const hasEnded = useQueryClient().getQueryData(ENDED_KEY) === true
  const next = safeNext(search.get('next'))
  if (me.data) {
    const home = me.data.memberships.length === 0 && me.data.platform_admin ? '/merchants' : '/'
    return <Navigate replace to={next ?? home} />
  }
  return (
    <main className={styles['page']}>
      <title>{`${t.console.sign_in.title} · Counterfoil`}</title>
      <div className={styles['column']}>
        <Logo />
        <div className={styles['slip']}>
          <div>
            <h1>{t.console.sign_in.title}</h1>
            <p className={styles['lead']}>
              {hasEnded ? t.console.sign_in.ended : t.console.sign_in.lead}
            </p>
          </div>
          <SignInForm />
          <Perforation />
          <p className={styles['demo']}>{t.console.sign_in.demo}</p>
        </div>
        <LanguagePicker onChange={setLanguage} value={language} />
      </div>
    </main>
  )
}
