import { LANGUAGES, loadConsoleMessages } from '@counterfoil/messages'
import { FIELD_ERROR_CODES } from '@counterfoil/protocol'
import { expect, test } from 'vitest'
import { fieldText } from './field-text'

/** Only the field itself knows what form it wants; the rest needs a newer console. */
const BY_FIELD = new Set(['FORMAT', 'CHOICE', 'TYPE', 'UNKNOWN_FIELD', 'WEAK_PIN'])

test.each(LANGUAGES)(
  'in %s, what the server finds at a field has words of its own',
  async (lang) => {
    const { form } = (await loadConsoleMessages(lang)).console
    const texts = FIELD_ERROR_CODES.map((code) => fieldText({ code, limit: 60 }, form, undefined))
    const general = FIELD_ERROR_CODES.filter((_, index) => texts[index] === form.not_fitting)
    expect(general).toEqual(FIELD_ERROR_CODES.filter((code) => BY_FIELD.has(code)))
    expect(fieldText({ code: 'TOO_LONG', limit: 60 }, form, 'own')).toContain('60')
  },
)

test('a form that only the field knows is in the field’s words', async () => {
  const { form } = (await loadConsoleMessages('en')).console
  expect(fieldText({ code: 'FORMAT', limit: undefined }, form, 'Letters only.')).toBe(
    'Letters only.',
  )
  expect(fieldText({ code: 'FROM_TOMORROW', limit: undefined }, form, undefined)).toBe(
    form.not_fitting,
  )
})
