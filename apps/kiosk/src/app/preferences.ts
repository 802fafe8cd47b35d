import type { Job } from '@counterfoil/domain'
import { isLanguage, pickLanguage, type Language } from '@counterfoil/messages'
import type { CameraChoice } from '../scan/camera'
import { jobOfAddress, readJob } from './jobs'

/** What this tablet remembers about itself beside its data. */
export interface Preferences {
  readonly language: Language
  /** `null`: nobody has chosen one here, and the usual one is used. */
  readonly camera: CameraChoice | null
  /** Used last, or asked for by a shortcut; the tablet need not have it any more. */
  readonly job: Job | null
}

const KEY = 'counterfoil.preferences'

/** Reads what was remembered; anything missing or spoilt falls back to what suits the browser. */
export function readPreferences(): Preferences {
  const stored = storedObject()
  const language = stored['language']
  return {
    language: isLanguage(language) ? language : pickLanguage(navigator.languages),
    camera: readChoice(stored['camera']),
    job: jobOfAddress(location.search) ?? readJob(stored['job']),
  }
}

/** Remembers; a browser that forbids it simply forgets. */
export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}

function storedObject(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function readChoice(value: unknown): CameraChoice | null {
  if (value === 'front' || value === 'rear') return value
  if (typeof value === 'object' && value !== null && 'device_id' in value) {
    const { device_id } = value
    if (typeof device_id === 'string' && device_id !== '') return { device_id }
  }
  return null
}
