import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import type { AppEnv } from './env'
import { slowJson } from './slow-json'

function answer(work: () => Promise<unknown>): Promise<Response> {
  const app = new Hono<AppEnv>()
  app.use(compress({ threshold: 1 }))
  app.get('/', (c) => slowJson(c, work(), 10))
  app.onError((error, c) => c.text(error.message, 500))
  return Promise.resolve(app.request('/', { headers: { 'accept-encoding': 'gzip' } }))
}

test('what is there at once is answered as ever', async () => {
  const response = await answer(async () => ({ done: true }))
  expect(await response.text()).toBe('{"done":true}')
})

test('what takes long says now and then that it is alive, and is JSON all the same', async () => {
  const response = await answer(() => wait(80, { done: true }))
  expect(response.headers.get('content-encoding')).toBeNull()
  const text = await response.text()
  expect(text).toMatch(/^ {2,}\{"done":true\}$/)
  expect(JSON.parse(text)).toEqual({ done: true })
})

test('an error before the answer began is answered, one after it breaks it off', async () => {
  const soon = await answer(() => Promise.reject(new Error('no')))
  expect([soon.status, await soon.text()]).toEqual([500, 'no'])
  const late = await answer(async () => {
    await wait(40)
    throw new Error('no')
  })
  expect(late.status).toBe(200)
  await expect(late.text()).rejects.toThrow('no')
})
