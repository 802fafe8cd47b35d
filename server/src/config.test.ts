import { describe, expect, test } from 'vitest'
import { readConfig } from './config'

const SECRET = 'q8w7e6r5t4y3u2i1o0pAsDfGhJkLzXcVbNm'
const DATABASE_URL = 'postgres://shop:pw@db.example/counterfoil'

describe('the environment', () => {
  test('may be empty for a trial', () => {
    expect(readConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8787',
      dataDir: './data',
      databaseUrl: undefined,
      demo: true,
      secretKey: undefined,
    })
  })

  test('names every bad variable at once, and no value of a secret', () => {
    const bad = {
      PORT: '99999',
      PUBLIC_URL: 'https://shop.example/path',
      DATABASE_URL: 'mysql://x',
      DEMO: 'yes',
      SECRET_KEY: 'hunter2',
      METRICS_TOKEN: 'short',
      TRUSTED_PROXIES: '10.0.0.0/33, nonsense',
      SMTP_URL: 'smtp://mail.example',
      LOG_LEVEL: 'loud',
    }
    const names = [...Object.keys(bad).filter((name) => name !== 'SMTP_URL'), 'MAIL_FROM']
    const message = errorOf(() => readConfig(bad))
    for (const name of names) expect(message).toContain(name)
    expect(message).not.toContain('hunter2')
  })

  test('set but empty counts as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8787, demo: true })
  })

  test('the demo fills a database of one’s own only when asked to', () => {
    expect(readConfig({ DATABASE_URL, SECRET_KEY: SECRET }).demo).toBe(false)
    expect(readConfig({ DATABASE_URL, SECRET_KEY: SECRET, DEMO: '1' }).demo).toBe(true)
  })

  test.each([
    ['none', undefined],
    ['a short one', 'x7Kq2'],
    ['an example', 'please-change-me-please-change-me-1234'],
    ['a regular one', 'abababababababababababababababababab'],
  ])('a database of one’s own is refused with %s as its secret', (_, secret) => {
    expect(errorOf(() => readConfig({ DATABASE_URL, SECRET_KEY: secret }))).toContain('SECRET_KEY')
  })

  test('the public address loses its slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://shop.example/' }).publicUrl).toBe(
      'https://shop.example',
    )
  })
})

function errorOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return String(error)
  }
  return ''
}
