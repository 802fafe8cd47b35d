import type { EpochMs } from '@counterfoil/domain'
import type { Shift } from './door-state'

const KEY = 'counterfoil.door'

export interface KeptShift {
  readonly shift: Shift | null
  readonly ask_first: boolean
}

/** The evening this tablet works at, unless that is over, and how it lets people in. */
export function readShift(now: number): KeptShift {
  const { shift, ask_first } = storedObject()
  return { shift: readKept(shift, now), ask_first: ask_first === true }
}

/** Remembers; a browser that forbids it asks again after the next start. */
export function saveShift({ shift, ask_first }: KeptShift): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ shift, ask_first }))
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}

function storedObject(): { readonly shift?: unknown; readonly ask_first?: unknown } {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function readKept(value: unknown, now: number): Shift | null {
  if (typeof value !== 'object' || value === null) return null
  const { performance_id, until } = value as Record<string, unknown>
  if (typeof performance_id !== 'string') return null
  if (typeof until !== 'number' || until <= now) return null
  return { performance_id, until: until as EpochMs }
}
