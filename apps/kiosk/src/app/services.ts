import type { Kiosk, Live } from '../kiosk'
import { createScanner, type Scanner } from '../scan/scanner'
import { createFlow, type Flow, forgetWithPairing } from './flow-store'
import { readPreferences, type Preferences, savePreferences } from './preferences'
import { createSound, type Sound } from './sound'
import { createStore, type Store } from './store'

/** Whoever is on screen and wants the codes. */
export interface CodeTaker {
  readonly taking: () => boolean
  readonly take: (text: string) => void
}

/** Everything the screens share; built once per page. */
export interface Services {
  readonly kiosk: Kiosk
  readonly flow: Flow
  readonly scanner: Scanner
  readonly sound: Sound
  readonly preferences: Store<Preferences>
  /** The latest unexpected errors, newest last, for diagnostics. */
  readonly trail: Live<readonly string[]>
  readonly onUnexpected: (error: unknown) => void
  /** Hands the codes to a screen until called off; the latest one wins. */
  readonly takeCodes: (taker: CodeTaker) => () => void
  /** Told with every accepted code, at once. */
  readonly onSignal: (listener: () => void) => () => void
}

const TRAIL_LENGTH = 20

export function createServices(kiosk: Kiosk): Services {
  const preferences = createStore(readPreferences())
  preferences.subscribe(() => savePreferences(preferences.get()))
  const trail = createStore<readonly string[]>([])
  const onUnexpected = (error: unknown) => {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    trail.set([...trail.get().slice(1 - TRAIL_LENGTH), text])
  }
  const sound = createSound()
  const takers: CodeTaker[] = []
  const signals = new Set<() => void>()
  const scanner = createScanner({
    choice: preferences.get().camera ?? 'rear',
    taking: () => takers.at(-1)?.taking() ?? false,
    onCode: (text) => takers.at(-1)?.take(text),
    signal: () => {
      sound.play('tick')
      for (const signal of signals) signal()
    },
    onUnexpected,
  })
  const after = (ms: number, then: () => void) => void setTimeout(then, ms)
  const flow = createFlow(kiosk, { after, onUnexpected })
  forgetWithPairing(kiosk.live.pairing, flow)
  return {
    kiosk,
    flow,
    scanner,
    sound,
    preferences,
    trail,
    onUnexpected,
    takeCodes: (taker) => {
      takers.push(taker)
      return () => void takers.splice(takers.indexOf(taker), 1)
    },
    onSignal: (listener) => {
      signals.add(listener)
      return () => signals.delete(listener)
    },
  }
}
