import { describe, expect, test } from 'vitest'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCrypto } from './crypto'
import { createHashPool } from './hash-pool'
import { keptSecret } from './kept-secret'

const crypto = createCrypto('a secret that only tests know, 0123456789')
const plain = Buffer.from('something private')

describe('sealing', () => {
  test('opens what it sealed, and never seals alike twice', () => {
    const sealed = crypto.seal('pins', plain)
    expect(crypto.open('pins', sealed)).toEqual(plain)
    expect(crypto.seal('pins', plain)).not.toEqual(sealed)
    expect(sealed.includes(plain)).toBe(false)
  })

  test('another purpose, another secret or any flipped bit does not open it', () => {
    const sealed = crypto.seal('pins', plain)
    const other = createCrypto('another secret that only tests know 01234')
    expect(() => crypto.open('totp', sealed)).toThrow('not a sealed value')
    expect(() => other.open('pins', sealed)).toThrow('not a sealed value')
    for (let index = 0; index < sealed.length; index += 1) {
      const flipped = Buffer.from(sealed)
      flipped[index] = (flipped[index] ?? 0) ^ 1
      expect(() => crypto.open('pins', flipped)).toThrow('not a sealed value')
    }
    expect(() => crypto.open('pins', Buffer.alloc(0))).toThrow('not a sealed value')
  })

  test('keys differ by use and purpose, and stay the same', () => {
    const again = createCrypto('a secret that only tests know, 0123456789')
    expect(again.macKey('cursor')).toEqual(crypto.macKey('cursor'))
    expect(crypto.macKey('cursor')).not.toEqual(crypto.macKey('session'))
  })
})

test('a kept secret is made once, readable by its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-secret-'))
  const secret = await keptSecret(folder, 'secret-key')
  expect(await keptSecret(folder, 'secret-key')).toBe(secret)
  expect(await readFile(join(folder, 'secret-key'), 'utf8')).toBe(secret)
  expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  await rm(folder, { recursive: true })
})

test('hashing leaves the event loop free', async () => {
  const pool = createHashPool({ threads: 1 })
  let turns = 0
  const timer = setInterval(() => (turns += 1), 5)
  const hash = await pool.hash('a password', 12)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
  expect(await pool.compare('a password', hash)).toBe(true)
  expect(await pool.compare('another one', hash)).toBe(false)
  await pool.close()
})
