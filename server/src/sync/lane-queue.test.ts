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

test('work under several keys waits for all of them, and nobody for each other', async () => {
  const queue = createLaneQueue(1)
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} in`)
    await new Promise(setImmediate)
    log.push(`${name} out`)
  }
  await Promise.all([
    queue.runAll(['a', 'b'], work('one')),
    queue.runAll(['b', 'a', 'b'], work('two')),
    queue.runAll(['b'], work('three')),
    queue.runAll([], work('free')),
  ])
  const mine = log.filter((line) => !line.startsWith('free'))
  const ins = mine.filter((_, index) => index % 2 === 0)
  expect(mine).toEqual(ins.flatMap((line) => [line, line.replace(' in', ' out')]))
  expect(ins.toSorted()).toEqual(['one in', 'three in', 'two in'])
})
