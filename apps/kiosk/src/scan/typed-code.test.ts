import { expect, test } from 'vitest'
import { readTypedCode } from './typed-code'

const token = 'AbCdEfGhIjKlMnOpQrStU_'

test.each([
  [token, token],
  ['AbCd EfGh IjKl MnOp QrSt U_', token],
  [` https://card.example/c/${token}\n`, `https://card.example/c/${token}`],
  ['AbCd', null],
  [`${token}x`, null],
  ['', null],
  ['javascript:alert(1)', null],
])('%j is read as %j', (typed, code) => {
  expect(readTypedCode(typed)).toBe(code)
})
