import { expect, test } from 'vitest'
import { LANGUAGES, loadConsoleMessages, loadKioskMessages, loadServerMessages } from './index'

interface Leaf {
  readonly text: string
  /** Names of the parameters that the text asked for. */
  readonly asked: readonly string[]
}

/** Stands for any parameter object: every property is a number of its own, and remembered. */
function probe(asked: string[]): unknown {
  const numberOf = (name: string) => {
    if (!asked.includes(name)) asked.push(name)
    return 2
  }
  return new Proxy(
    {},
    {
      get: (_, key) => (key === Symbol.toPrimitive ? () => numberOf('it') : numberOf(String(key))),
    },
  )
}

function leavesOf(value: unknown, path: string, into: Map<string, Leaf>): Map<string, Leaf> {
  if (typeof value === 'string') into.set(path, { text: value, asked: [] })
  else if (typeof value === 'function') {
    const asked: string[] = []
    const args = Array.from({ length: value.length }, () => probe(asked))
    into.set(path, { text: String(Reflect.apply(value, undefined, args)), asked: asked.toSorted() })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) leavesOf(child, `${path}.${key}`, into)
  }
  return into
}

const APPS = { kiosk: loadKioskMessages, console: loadConsoleMessages, server: loadServerMessages }

const tables = Object.entries(APPS).flatMap(([app, load]) =>
  LANGUAGES.map((language) => ({ app, language, load })),
)

test.each(tables)('$app speaks $language completely', async ({ load, language }) => {
  const english = leavesOf(await load('en'), '', new Map())
  const found = leavesOf(await load(language), '', new Map())
  expect([...found.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  for (const [path, leaf] of found) {
    expect(leaf.text.trim(), path).not.toBe('')
    expect(leaf.text, path).not.toMatch(/undefined|NaN|\[object/)
    expect(leaf.asked, `${path} uses the same parameters as English`).toEqual(
      english.get(path)?.asked,
    )
    if (leaf.asked.length > 0) expect(leaf.text, path).toContain('2')
  }
})

test.each(LANGUAGES)(
  '%s has a headline of at most three words for every verdict',
  async (language) => {
    const { verdicts } = await loadKioskMessages(language)
    for (const [code, { headline }] of Object.entries(verdicts.codes)) {
      expect(headline.split(/\s+/).length, `${code}: ${headline}`).toBeLessThanOrEqual(4)
    }
  },
)

test.each(LANGUAGES)('%s says something whole when the detail is not known', async (language) => {
  const { verdicts, problems } = await loadKioskMessages(language)
  const sentences = [...Object.values(verdicts.codes), ...Object.values(problems)]
  for (const { sentence } of sentences) expect(sentence({})).toMatch(/^[^{}]+[.?!]$/)
})
