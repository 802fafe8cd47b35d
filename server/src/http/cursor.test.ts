import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createCrypto } from '../crypto/crypto'
import { decodeCursor, encodeCursor, pageOf } from './cursor'

const crypto = createCrypto('a secret that only tests know, 0123456789')
const schema = z.tuple([z.string(), z.int()])
const cursor = encodeCursor(crypto, 'staff/m1', ['a', 7])
const decode = (text: string, scope = 'staff/m1') => decodeCursor(crypto, scope, schema, text)

describe('cursors', () => {
  test('give back the position they were made of', () => {
    expect(decode(cursor)).toEqual(['a', 7])
    expect(decodeCursor(crypto, 'staff/m1', schema, undefined)).toBeUndefined()
  })

  test('of another list, another merchant or another server are refused', () => {
    expect(() => decode(cursor, 'staff/m2')).toThrow('CURSOR_INVALID')
    const other = createCrypto('another secret that only tests know 01234')
    expect(() => decode(encodeCursor(other, 'staff/m1', ['a', 7]))).toThrow('CURSOR_INVALID')
    expect(() => decode(encodeCursor(crypto, 'staff/m1', { older: 1 }))).toThrow('CURSOR_INVALID')
  })

  test('that were changed anywhere are refused', () => {
    for (let index = 0; index < cursor.length; index += 1) {
      const char = cursor[index] === 'A' ? 'B' : 'A'
      const changed = cursor.slice(0, index) + char + cursor.slice(index + 1)
      expect(() => decode(changed)).toThrow('CURSOR_INVALID')
    }
    for (const text of ['', 'x', '=', `${cursor}=`, `${cursor} `]) {
      expect(() => decode(text)).toThrow('CURSOR_INVALID')
    }
  })

  test('a page has a next one only if a row more was found', () => {
    const page = (rows: number[]) => pageOf(rows, 2, (row) => row * 10, String)
    expect(page([1, 2, 3])).toEqual({ items: [10, 20], next: '2' })
    expect(page([1, 2])).toEqual({ items: [10, 20], next: null })
    expect(page([])).toEqual({ items: [], next: null })
  })
})
