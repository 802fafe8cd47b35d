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

/** What is wrong with a text, given its English original; empty when nothing is. */
function faultsOf(path: string, leaf: Leaf, english: Leaf | undefined): string[] {
  const wrong: Record<string, boolean> = {
    'is missing in English': english === undefined,
    'is empty': leaf.text.trim() === '',
    'prints a value that is none': /undefined|NaN|\[object/.test(leaf.text),
    'uses other parameters than English': String(leaf.asked) !== String(english?.asked),
    'shows none of its parameters': leaf.asked.length > 0 && !leaf.text.includes('2'),
  }
  return Object.keys(wrong).flatMap((fault) => (wrong[fault] ? [`${path} ${fault}`] : []))
}

test.each(tables)('$app speaks $language completely', async ({ load, language }) => {
  const english = leavesOf(await load('en'), '', new Map())
  const found = leavesOf(await load(language), '', new Map())
  expect([...found.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  expect([...found].flatMap(([path, leaf]) => faultsOf(path, leaf, english.get(path)))).toEqual([])
})

test.each(LANGUAGES)('%s has one to three words over every verdict', async (language) => {
  const { verdicts } = await loadKioskMessages(language)
  const headlines = Object.values(verdicts.codes).map((text) => text.headline)
  expect(headlines.filter((text) => text.split(' ').length > 3)).toEqual([])
})

test.each(LANGUAGES)('%s says something whole when the detail is not known', async (language) => {
  const { verdicts, problems } = await loadKioskMessages(language)
  const sentences = [...Object.values(verdicts.codes), ...Object.values(problems)]
  for (const { sentence } of sentences) expect(sentence({})).toMatch(/^[^{}]+[.?!]$/)
})
