// Before any component's own style, which may then differ from it.
import '@counterfoil/ui/base.css'
import './app/kiosk.css'
import { Button } from '@counterfoil/ui'
import { useState } from 'react'
import { ServicesContext, useServices } from './app/services-context'
import { createServices } from './app/services'
import { StageContext } from './app/stage-context'
import { LanguageProvider, useText } from './app/text'
import { useLive } from './hooks/use-live'
import type { Kiosk } from './kiosk'
import { CrashGuard } from './screens/crash-guard'
import { Root } from './screens/root'
import { Splash } from './screens/splash'
import { Trouble } from './screens/trouble'

/** The whole kiosk over whatever engine it is given. */
export function App({ kiosk }: { readonly kiosk: Kiosk }) {
  const [services] = useState(() => createServices(kiosk))
  return (
    <ServicesContext value={services}>
      <StageContext value={services.flow}>
        <Speaking />
      </StageContext>
    </ServicesContext>
  )
}

function Speaking() {
  const { kiosk, preferences, onUnexpected } = useServices()
  const { language } = useLive(preferences)
  const pairing = useLive(kiosk.live.pairing)
  const [setLanguage] = useState(
    () => (next: typeof language) => preferences.set({ ...preferences.get(), language: next }),
  )
  const timeZone =
    pairing.kind === 'paired'
      ? pairing.time_zone
      : new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <LanguageProvider
      fallback={<Splash />}
      language={language}
      onLanguageChange={setLanguage}
      onLoadError={onUnexpected}
      timeZone={timeZone}
    >
      <main>
        <CrashGuard instead={showCrashed} onCrash={onUnexpected}>
          <Root />
        </CrashGuard>
      </main>
    </LanguageProvider>
  )
}

const showCrashed = (recover: () => void) => <Crashed onBack={recover} />

function Crashed({ onBack }: { readonly onBack: () => void }) {
  const { flow } = useServices()
  const { t } = useText()
  const words = t.kiosk.trouble
  return (
    <Trouble
      action={
        <Button
          onClick={() => {
            flow.send({ type: 'reset' })
            onBack()
          }}
          size="large"
          variant="primary"
        >
          {words.crashed_action}
        </Button>
      }
      picture="update"
      screen="crashed"
      title={words.crashed}
    >
      {words.crashed_text}
    </Trouble>
  )
}
