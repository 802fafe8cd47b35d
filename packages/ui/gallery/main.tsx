import '../src/base.css'
import { isLanguage, type Language } from '@counterfoil/messages'
import { StrictMode, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleProvider } from '../src/console/index'
import { ConsolePage } from './console-page'
import { KioskPage } from './kiosk-page'
import { PartsPage } from './parts-page'
import { LanguageProvider } from './text'

// ?view=console|parts|kiosk &theme=light|dark &language=en|fr|de|lb
const query = new URLSearchParams(location.search)
const view = query.get('view') ?? 'console'
const root = document.documentElement
const theme = query.get('theme')
if (theme !== null) root.dataset['theme'] = theme
if (view === 'kiosk') root.dataset['scale'] = 'kiosk'

const PAGES: Readonly<Record<string, () => React.ReactNode>> = {
  console: ConsolePage,
  kiosk: KioskPage,
  parts: PartsPage,
}

function Gallery() {
  const asked = query.get('language')
  const [language, setLanguage] = useState<Language>(isLanguage(asked) ? asked : 'en')
  const fail = useCallback((error: unknown) => reportError(error), [])
  const Page = PAGES[view] ?? ConsolePage
  return (
    <LanguageProvider
      language={language}
      onLanguageChange={setLanguage}
      onLoadError={fail}
      timeZone="Europe/Luxembourg"
    >
      <ConsoleProvider>
        <Page />
      </ConsoleProvider>
    </LanguageProvider>
  )
}

const host = document.querySelector('#root')
if (host === null) throw new Error('No place to render into')
createRoot(host).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
