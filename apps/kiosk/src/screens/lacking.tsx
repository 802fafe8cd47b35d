import { Button, LanguagePicker, LinkButton, Logo } from '@counterfoil/ui'
import { useState } from 'react'
import type { Lack } from '../app/lacks'
import { readPreferences, savePreferences } from '../app/preferences'
import { LanguageProvider, useText } from '../app/text'
import styles from './lacking.module.css'
import { Splash } from './splash'
import { Trouble } from './trouble'

/** A browser in which nothing can work: why, and the one thing to do about it. */
export function Lacking({ lack }: { readonly lack: Lack }) {
  const [preferences, setPreferences] = useState(readPreferences)
  const [failed, setFailed] = useState(false)
  return (
    <LanguageProvider
      fallback={failed ? null : <Splash />}
      language={preferences.language}
      onLanguageChange={(language) => {
        setPreferences({ ...preferences, language })
        savePreferences({ ...preferences, language })
      }}
      onLoadError={() => setFailed(true)}
      timeZone="UTC"
    >
      <main>
        <LackScreen lack={lack} />
      </main>
    </LanguageProvider>
  )
}

function LackScreen({ lack }: { readonly lack: Lack }) {
  const { t, language, setLanguage } = useText()
  const words = t.kiosk.trouble
  const { title, text } = {
    insecure: { title: words.insecure, text: words.insecure_text },
    no_storage: { title: words.storage, text: words.storage_text },
    too_old: { title: words.too_old, text: words.too_old_text },
  }[lack]
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Logo />
        <LanguagePicker onChange={setLanguage} value={language} />
      </header>
      <Trouble
        action={<WayOut lack={lack} />}
        picture={lack === 'insecure' ? 'revoked' : 'storage'}
        screen={lack}
        title={title}
      >
        {text}
      </Trouble>
    </div>
  )
}

/** Behind the usual port there is an https of the same name, or nothing we could guess. */
function WayOut({ lack }: { readonly lack: Lack }) {
  const { t } = useText()
  const words = t.kiosk.trouble
  return lack === 'insecure' && location.port === '' ? (
    <LinkButton
      href={`https://${location.host}${location.pathname}`}
      size="large"
      variant="primary"
    >
      {words.insecure_action}
    </LinkButton>
  ) : (
    <Button onClick={() => location.reload()} size="large" variant="primary">
      {words.reload}
    </Button>
  )
}
