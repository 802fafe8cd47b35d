import { createFormat, loadKioskMessages } from '@counterfoil/messages'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SharedText } from '../language'
import { Avatar, initialsOf } from './avatar'
import { Button } from './button'
import { TextField } from './field'
import { StampRow } from './stamp-row'

const t = await loadKioskMessages('en')
const format = createFormat('en', 'UTC')
const html = (node: ReactNode) =>
  renderToStaticMarkup(<SharedText value={{ t, format }}>{node}</SharedText>)

test('a row of stamps is one picture that says how many', () => {
  const row = html(<StampRow filled={4} total={10} />)
  expect(row).toContain('role="img"')
  expect(row).toContain('aria-label="4 of 10"')
  expect(row.match(/slot/g)).toHaveLength(10)
})

test.each([
  ['Anna Weber', 'AW'],
  ['Anna Maria van der Berg', 'AB'],
  ['léa', 'L'],
  ['  ', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('an avatar is decoration: the name stands beside it', () => {
  expect(html(<Avatar name="Marc" />)).toContain('aria-hidden="true"')
})

test('a field with an error says so to whoever cannot see it', () => {
  const field = html(<TextField error="Too short." id="code" label="Code" />)
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('aria-describedby="code-note"')
  expect(field).toMatch(/id="code-note".*Too short\./)
})

test('a field without a note describes itself by nothing', () => {
  expect(html(<TextField label="Code" />)).not.toContain('aria-describedby')
})

test('a busy button stays focusable and submits nothing by itself', () => {
  const button = html(<Button busy>Saving</Button>)
  expect(button).toContain('aria-busy="true"')
  expect(button).toContain('type="button"')
  expect(button).not.toContain('disabled')
})

test('a component outside the language provider fails loudly', () => {
  expect(() => renderToStaticMarkup(<StampRow filled={1} total={2} />)).toThrow(/provider/)
})
