import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useFormat } from '../language'
import { ToastProvider } from './toasts'

// Intl and the component library know no Luxembourgish; German has the same digits and sorting.
const LOCALES = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE', lb: 'de-DE' } as const

/** Inside the language provider, around the console: locale of the controls, and toasts. */
export function ConsoleProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useFormat()
  return (
    <I18nProvider locale={LOCALES[language]}>
      <ToastProvider>{children}</ToastProvider>
    </I18nProvider>
  )
}
