import { expect, test } from 'vitest'
import { createLaneDesk } from './lane-desk'

interface Begun {
  readonly turns: readonly string[]
  readonly letNext: () => void
  readonly end: (error?: Error) => void
}

/**
 * A desk whose works are ended by hand; no more than three go together, none with a loner, and
 * nobody overtakes whoever has the same last letter.
 */
function openDesk() {
  const begun: Begun[] = []
  const desk = createLaneDesk<string, string>({
    work: (turns, letNext) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) =>
          error === undefined ? resolve(turns.map((turn) => `${turn} done`)) : reject(error)
        begun.push({ turns, letNext, end })
      }),
    fits: (together, next, left) =>
      together.length < 3 &&
      ![...together, next].some((turn) => turn.startsWith('loner')) &&
      !left.some((turn) => turn.at(-1) === next.at(-1)),
  })
  return { desk, begun, told: () => begun.map(({ turns }) => turns.join(' ')) }
}

const settled = () => new Promise(setImmediate)

test('whoever comes to a free lane begins at once; those who come meanwhile go together', async () => {
  const { desk, begun, told } = openDesk()
  const outcomes = Promise.all(['a', 'b', 'c', 'd', 'e'].map((turn) => desk.take('lane', turn)))
  expect(told()).toEqual(['a'])
  for (const expected of ['a', 'b c d', 'e']) {
    expect(told().at(-1)).toBe(expected)
    begun.at(-1)?.end()
    await settled()
  }
  expect(await outcomes).toEqual(['a', 'b', 'c', 'd', 'e'].map((turn) => `${turn} done`))
})

/** Brings the turns at once and ends one work after the other; answers what went together. */
async function workedOff(turns: readonly string[]): Promise<readonly string[]> {
  const { desk, begun, told } = openDesk()
  const outcomes = Promise.all(turns.map((turn) => desk.take('lane', turn)))
  for (let works = 0; works < 4; works += 1) {
    begun.at(-1)?.end()
    await settled()
  }
  await outcomes
  return told()
}

test('who does not fit is not passed over: its turn comes next', async () => {
  const turns = ['a', 'b', 'loner 1', 'c', 'loner 2', 'd']
  expect(await workedOff(turns)).toEqual(['a', 'b c d', 'loner 1', 'loner 2'])
})

test('whoever must not overtake one that was left behind is left behind as well', async () => {
  const turns = ['a', 'x', 'loner d', 'then d', 'b', 'last d']
  expect(await workedOff(turns)).toEqual(['a', 'x b', 'loner d', 'then d last d'])
})

test.each([0, 1, 3])('%i outcomes for two turns are an error for both', async (count) => {
  const desk = createLaneDesk<string, string>({
    work: ([first]) =>
      Promise.resolve(first === 'a' ? ['a done'] : Array.from({ length: count }, () => 'done')),
    fits: () => true,
  })
  const taken = ['a', 'b', 'c'].map((turn) => desk.take('lane', turn))
  const results = (await Promise.allSettled(taken)).map(({ status }) => status)
  expect(results).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await desk.take('lane', 'a')).toBe('a done')
})

test('work whose end alone is left lets the next begin, once', async () => {
  const { desk, begun, told } = openDesk()
  const first = ['a', 'b'].map((turn) => desk.take('lane', turn))
  begun[0]?.letNext()
  begun[0]?.letNext()
  expect(told()).toEqual(['a', 'b'])
  const later = ['c', 'd'].map((turn) => desk.take('lane', turn))
  begun[0]?.end(new Error('broke'))
  await expect(first[0]).rejects.toThrow('broke')
  await settled()
  // The end of the first lets nobody past the second.
  expect(told()).toEqual(['a', 'b'])
  begun[1]?.letNext()
  expect(told()).toEqual(['a', 'b', 'c d'])
  begun[1]?.end()
  begun[2]?.letNext()
  const free = desk.take('lane', 'e')
  expect(told()).toEqual(['a', 'b', 'c d', 'e'])
  begun[2]?.end()
  begun[3]?.end()
  expect(await Promise.all([first[1], ...later, free])).toEqual(
    ['b', 'c', 'd', 'e'].map((turn) => `${turn} done`),
  )
})

test('an error is told to all of its work, and to nobody else; other lanes do not wait', async () => {
  const { desk, begun, told } = openDesk()
  const all = ['a', 'b', 'c'].map((turn) => desk.take('lane', turn))
  const other = desk.take('other', 'x')
  const settling = Promise.allSettled([...all, other])
  expect(told()).toEqual(['a', 'x'])
  begun[0]?.end(new Error('broke'))
  await settled()
  const after = desk.take('lane', 'd')
  begun[1]?.end()
  begun[2]?.end()
  await settled()
  begun[3]?.end()
  const results = (await settling).map(({ status }) => status)
  expect(results).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(await after).toBe('d done')
  expect(told()).toEqual(['a', 'x', 'b c', 'd'])
})

test('a lane that was left free begins at once again', async () => {
  const { desk, begun, told } = openDesk()
  const first = desk.take('lane', 'a')
  begun[0]?.end()
  await first
  await settled()
  const second = desk.take('lane', 'b')
  expect(told()).toEqual(['a', 'b'])
  begun[1]?.end()
  expect(await second).toBe('b done')
})
