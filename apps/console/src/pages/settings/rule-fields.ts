import type { ConsoleMessages } from '@counterfoil/messages'
import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'

type Settings = AnswerOf<typeof ENDPOINTS.getSettings>['settings']
type Words = ConsoleMessages['console']['settings']

/** One number of the settings: its place, its bounds, and the unit it is typed in. */
export interface RuleField {
  readonly group: 'lockout' | 'sign_on'
  /** As the server names it in an error. */
  readonly name: string
  readonly min: number
  readonly max: number
  readonly label: (t: ConsoleMessages) => string
  readonly unit: (words: Words) => string
  readonly hint?: (words: Words) => string
  readonly read: (settings: Settings) => number
  readonly write: (settings: Settings, value: number) => Settings
}

type Job = keyof Settings['sign_on_seconds']

/** `size`: seconds in the unit that is typed. */
function signOnField(job: Job, unit: 'seconds' | 'minutes', bounds: [number, number]): RuleField {
  const size = unit === 'seconds' ? 1 : 60
  return {
    group: 'sign_on',
    name: `sign_on_seconds.${job}`,
    min: bounds[0] / size,
    max: bounds[1] / size,
    label: (t) => t.common.jobs[job],
    unit: (words) => words[unit],
    read: (settings) => settings.sign_on_seconds[job] / size,
    write: (settings, value) => ({
      ...settings,
      sign_on_seconds: { ...settings.sign_on_seconds, [job]: Math.round(value * size) },
    }),
  }
}

export const RULE_FIELDS: readonly RuleField[] = [
  {
    group: 'lockout',
    name: 'device_pin_attempts',
    min: 3,
    max: 10,
    label: (t) => t.console.settings.device_attempts,
    hint: (words) => words.device_attempts_hint,
    unit: () => '',
    read: (settings) => settings.device_pin_attempts,
    write: (settings, device_pin_attempts) => ({ ...settings, device_pin_attempts }),
  },
  {
    group: 'lockout',
    name: 'device_lock_minutes',
    min: 5,
    max: 1440,
    label: (t) => t.console.settings.device_minutes,
    unit: (words) => words.minutes,
    read: (settings) => settings.device_lock_minutes,
    write: (settings, device_lock_minutes) => ({ ...settings, device_lock_minutes }),
  },
  {
    group: 'lockout',
    name: 'person_pin_attempts',
    min: 10,
    max: 100,
    label: (t) => t.console.settings.person_attempts,
    hint: (words) => words.person_attempts_hint,
    unit: () => '',
    read: (settings) => settings.person_pin_attempts,
    write: (settings, person_pin_attempts) => ({ ...settings, person_pin_attempts }),
  },
  signOnField('loyalty', 'seconds', [15, 3600]),
  signOnField('door', 'minutes', [60, 86_400]),
  signOnField('clock', 'seconds', [15, 600]),
]
