import type { CommonMessages, Format, Language } from '@counterfoil/messages'
import { createFormat } from '@counterfoil/messages'
import type { ReactNode } from 'react'
import { createContext, use, useEffect, useEffectEvent, useMemo, useState } from 'react'

interface Shared {
  readonly t: { readonly common: CommonMessages }
  readonly format: Format
}

/** What `createLanguage` provides to the shared components; a test may provide it by hand. */
export const SharedText = createContext<Shared | undefined>(undefined)

function useShared(): Shared {
  const shared = use(SharedText)
  if (shared === undefined) throw new Error('A component stands outside the language provider')
  return shared
}

/** The words that shared components need. Throws outside a language provider. */
export function useCommonText(): CommonMessages {
  return useShared().t.common
}

/** The formats that shared components need. Throws outside a language provider. */
export function useFormat(): Format {
  return useShared().format
}

export interface TextValue<M> {
  /** Every text of the app in the chosen language. */
  readonly t: M
  readonly format: Format
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

export interface LanguageProviderProps {
  readonly language: Language
  readonly onLanguageChange: (language: Language) => void
  /** IANA zone of the store; times are told in it. */
  readonly timeZone: string
  /** Shown until the first language has arrived. */
  readonly fallback?: ReactNode
  /** Called when a language cannot be fetched; the one on screen stays. */
  readonly onLoadError: (error: unknown) => void
  readonly children: ReactNode
}

/**
 * Provider and hook for one app's messages, typed by its loader:
 * `const { LanguageProvider, useText } = createLanguage(loadKioskMessages)`.
 * The provider keeps the old language on screen until the new one is there.
 */
export function createLanguage<M extends { readonly common: CommonMessages }>(
  load: (language: Language) => Promise<M>,
) {
  const Text = createContext<TextValue<M> | undefined>(undefined)

  function LanguageProvider(props: LanguageProviderProps) {
    const { language, onLanguageChange, timeZone, onLoadError, fallback = null, children } = props
    const loaded = useLoaded(load, language, onLoadError)
    const value = useMemo(
      () =>
        loaded && {
          t: loaded.messages,
          language: loaded.language,
          format: createFormat(loaded.language, timeZone),
          setLanguage: onLanguageChange,
        },
      [loaded, timeZone, onLanguageChange],
    )
    if (value === undefined) return fallback
    return (
      <SharedText value={value}>
        <Text value={value}>{children}</Text>
      </SharedText>
    )
  }

  /** Texts, formats and the language itself. Throws outside the provider. */
  function useText(): TextValue<M> {
    const value = use(Text)
    if (value === undefined) throw new Error('useText stands outside its language provider')
    return value
  }

  return { LanguageProvider, useText }
}

interface Loaded<M> {
  readonly language: Language
  readonly messages: M
}

function useLoaded<M>(
  load: (language: Language) => Promise<M>,
  language: Language,
  onLoadError: (error: unknown) => void,
): Loaded<M> | undefined {
  const [loaded, setLoaded] = useState<Loaded<M>>()
  const fail = useEffectEvent(onLoadError)
  useEffect(() => {
    let wanted = true
    async function fetchMessages() {
      try {
        const messages = await load(language)
        if (!wanted) return
        document.documentElement.lang = language
        setLoaded({ language, messages })
      } catch (error) {
        if (wanted) fail(error)
      }
    }
    void fetchMessages()
    return () => {
      wanted = false
    }
  }, [load, language])
  return loaded
}
