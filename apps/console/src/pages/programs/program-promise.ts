import type { ConsoleMessages } from '@counterfoil/messages'

/** What a program promises on its card. */
export interface Promised {
  readonly kind: 'stamps' | 'points'
  readonly reward: string
  readonly stamps_required: number
  readonly points_per_unit: number
}

/** The promise in one sentence, as it stands on paper. */
export function promiseOf(
  { kind, reward, stamps_required: stamps, points_per_unit: points }: Promised,
  words: ConsoleMessages['console']['programs'],
): string {
  return kind === 'points'
    ? words.preview_points({ points })
    : words.preview_sentence({ stamps, reward })
}
