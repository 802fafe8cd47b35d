import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'

/** The value of a colour token in one theme, as #rrggbb. Throws when it is not declared so. */
function colourOf(token: string, theme: Theme): string {
  const value = new RegExp(`${token}:\\s*([^;]+);`).exec(css)?.[1] ?? ''
  const both = /light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/.exec(value)
  const colour = both === null ? /^#[0-9a-f]{6}$/.exec(value)?.[0] : both[theme === 'light' ? 1 : 2]
  if (colour === undefined) throw new Error(`${token} is no plain colour: "${value}"`)
  return colour
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (bright + 0.05) / (dark + 0.05)
}

const TEXT = 4.5
const SHAPE = 3
const VERDICT = 7

const surfaces = ['--paper', '--raised', '--sunken', '--hover']
const tones = ['--ok', '--warn', '--danger', '--info', '--brand']

interface Pair {
  readonly ink: string
  readonly on: string
  readonly least: number
}

const on = (grounds: readonly string[], ink: string, least: number): Pair[] =>
  grounds.map((ground) => ({ ink, on: ground, least }))

/** Every pair that the components put on one another. */
const pairs: readonly Pair[] = [
  ...on([...surfaces, '--brand-soft'], '--ink', TEXT),
  ...on([...surfaces, '--brand-soft'], '--muted', TEXT),
  ...tones.flatMap((tone) => on(['--paper', '--raised', '--sunken', `${tone}-soft`], tone, TEXT)),
  ...tones.flatMap((tone) => on([`${tone}-soft`], '--ink', TEXT)),
  ...on(['--brand', '--brand-hover'], '--on-brand', TEXT),
  ...on(['--danger-fill'], '--on-danger', TEXT),
  ...on(['--paper', '--raised', '--sunken'], '--line-strong', SHAPE),
  ...on(['--raised'], '--chart-1', SHAPE),
  ...on(['--raised'], '--series-a', SHAPE),
  ...on(['--raised'], '--series-b', SHAPE),
  ...on(['--raised'], '--series-c', SHAPE),
  ...['ok', 'warn', 'stop', 'info'].flatMap((verdict) =>
    on([`--verdict-${verdict}`], `--verdict-${verdict}-ink`, VERDICT),
  ),
]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(pairs)('$ink on $on reaches $least : 1', ({ ink, on, least }) => {
    expect(contrast(colourOf(ink, theme), colourOf(on, theme))).toBeGreaterThanOrEqual(least)
  })
})

test('the measure itself knows black on white and a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#4a3fd0', '#4a3fd0')).toBeCloseTo(1)
})

/** Colours that carry no meaning by themselves. */
const DECORATION = ['--chart-2', '--chart-3', '--chart-4', '--line', '--overlay']

test('every colour is declared once, and measured unless it only decorates', () => {
  const declared = [...css.matchAll(/(--[a-z0-9-]+):\s*(?:light-dark\(|#)/g)].map(
    ([, name]) => name ?? '',
  )
  expect(declared.filter((name, index) => declared.indexOf(name) !== index)).toEqual([])
  const measured = new Set(pairs.flatMap(({ ink, on }) => [ink, on]))
  expect(new Set(declared.filter((name) => !measured.has(name)))).toEqual(new Set(DECORATION))
})
