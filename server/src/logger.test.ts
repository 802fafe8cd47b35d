import { describe, expect, test } from 'vitest'
import { createLogger } from './logger'

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  test('cuts secrets out, however they got in', () => {
    const secret = 'hush-hush'
    const text = logged((log) => {
      log.info({ pin: secret, body: { password: secret, data: { sealed_pin: secret } } })
      log.info({ headers: { authorization: secret, cookie: secret, dpop: secret } })
      log.info({ pairing: { auth_token: secret }, access_token: secret, card_token: secret })
    })
    expect(text.split('\n')).toHaveLength(4)
    expect(text).not.toContain(secret)
  })

  test('tells of an error what happened, not whose data it was', () => {
    const text = logged((log) => {
      const error = Object.assign(new Error('duplicate key'), {
        code: '23505',
        table: 'account',
        detail: 'Key (email)=(ann@shop.example) already exists.',
        parameters: ['ann@shop.example'],
      })
      log.error({ err: error }, 'request failed')
    })
    expect(JSON.parse(text)).toMatchObject({
      level: 'error',
      msg: 'request failed',
      err: { message: 'duplicate key', code: '23505', table: 'account' },
    })
    expect(text).not.toContain('ann@shop.example')
  })
})
