import { isLanguage, type Language, pickLanguage } from '@counterfoil/messages'
import { ConsoleProvider } from '@counterfoil/ui/console'
import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from './api/query-client'
import { createRouter } from './router'
import { ZoneContext } from './session/zone'
import { LanguageProvider } from './text'

const LANGUAGE_KEY = 'counterfoil.language'

function firstLanguage(): Language {
  const stored = localStorage.getItem(LANGUAGE_KEY)
  return isLanguage(stored) ? stored : pickLanguage(navigator.languages)
}

/** Everything that pages stand on: queries, language, time zone, notices, addresses. */
export function App() {
  const [client] = useState(createQueryClient)
  const [router] = useState(createRouter)
  const [language, setLanguage] = useState(firstLanguage)
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const zone = useMemo(() => ({ timeZone, setTimeZone }), [timeZone])
  const changeLanguage = useCallback((next: Language) => {
    localStorage.setItem(LANGUAGE_KEY, next)
    setLanguage(next)
  }, [])
  // The language on screen stays; the picker still shows what is really spoken.
  const keepLanguage = useCallback(() => setLanguage((now) => now), [])
  return (
    <QueryClientProvider client={client}>
      <ZoneContext value={zone}>
        <LanguageProvider
          language={language}
          onLanguageChange={changeLanguage}
          onLoadError={keepLanguage}
          timeZone={timeZone}
        >
          <ConsoleProvider>
            <RouterProvider router={router} />
          </ConsoleProvider>
        </LanguageProvider>
      </ZoneContext>
    </QueryClientProvider>
  )
}
