import { expect, test } from 'vitest'
import { createLaneQueue } from './lane-queue'

test('so many of a key at a time, in order; other keys do not wait; an error makes room', async () => {
  const queue = createLaneQueue(2)
  const log: string[] = []
  const gates = new Map<string, () => void>()
  const work = (name: string) => async () => {
    log.push(name)
    await new Promise<void>((resolve) => gates.set(name, resolve))
    if (name === 'a2') throw new Error('a2 broke')
  }
  const open = async (name: string): Promise<void> => {
    gates.get(name)?.()
    await new Promise(setImmediate)
  }
  const all = ['a1', 'a2', 'a3', 'a4'].map((name) => queue.run('a', work(name)))
  const other = queue.run('b', work('b1'))
  const broken = all[1]?.catch((error: unknown) => String(error))
  await open('none')
  expect(log).toEqual(['a1', 'a2', 'b1'])
  await open('a2')
  expect(await broken).toContain('a2 broke')
  expect(log).toEqual(['a1', 'a2', 'b1', 'a3'])
  await open('a1')
  expect(log).toEqual(['a1', 'a2', 'b1', 'a3', 'a4'])
  for (const name of ['a3', 'a4', 'b1']) await open(name)
  await Promise.all([all[0], all[2], all[3], other])
  const after = queue.run('a', work('a5'))
  await open('none')
  await open('a5')
  await after
  expect(log.at(-1)).toBe('a5')
})
