import { cx } from '../cx'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './avatar.module.css'

// Red and amber mean something here, so nobody wears them.
const TONES: readonly Tone[] = ['brand', 'info', 'ok', 'neutral']

/** "Anna Weber" is "AW"; one name gives one or two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

function toneOf(name: string): Tone {
  const sum = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (a, b) => a * 31 + b,
    7,
  )
  return TONES[sum % TONES.length] ?? 'neutral'
}

/** A person without a photo. Decorative: the name stands beside it. Size by `--avatar`. */
export function Avatar({ name }: { readonly name: string }) {
  const tone = toneOf(name)
  return (
    <span aria-hidden className={cx(styles['avatar'], tones[tone], styles[tone])}>
      {initialsOf(name)}
    </span>
  )
}
