import { readFileSync } from 'node:fs'
import { OP_KINDS, VERDICT_CODES, VERDICT_FLAGS } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { CHANGE_DATA } from './change'
import { PROBLEMS } from './problem'

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')

/** The text of one numbered section. */
const section = (number: number): string =>
  page.split(/^## /m).find((part) => part.startsWith(`${number} `)) ?? ''

test.each([
  [1, 'problem codes', Object.keys(PROBLEMS)],
  [4, 'kinds of operation', OP_KINDS],
  [6, 'verdict codes', VERDICT_CODES],
  [6, 'flags', VERDICT_FLAGS],
  [7, 'entities', Object.keys(CHANGE_DATA)],
])('section %i of the wire contract names all %s', (number, _what, words) => {
  const named = new Set(Array.from(section(number).matchAll(/`([\w.]+)[ `]/g), ([, word]) => word))
  expect(words.filter((word) => !named.has(word))).toEqual([])
})
