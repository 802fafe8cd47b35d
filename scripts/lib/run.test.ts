import { expect, test } from 'vitest'
import { inParallel, run } from './run'

test('output and exit code are kept, and signals are given back afterwards', async () => {
  const script = `console.log('out'); console.error('err'); process.exit(3)`
  const before = process.listenerCount('SIGTERM')
  const running = run(process.execPath, ['-e', script])
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  const { code, output } = await running
  expect(code).toBe(3)
  expect(output).toContain('out')
  expect(output).toContain('err')
  expect(process.listenerCount('SIGTERM')).toBe(before)
})

test('a command that is not there is a failure, not an exception', async () => {
  expect((await run('/nowhere/at-all', [])).code).toBe(1)
})

test('results keep the order of the items, whatever ends first', async () => {
  const release: (() => void)[] = []
  const work = inParallel([1, 2, 3], 3, async (n) => {
    await new Promise<void>((done) => release.unshift(done))
    return n * 10
  })
  await Promise.resolve()
  for (const next of release) next()
  expect(await work).toEqual([10, 20, 30])
})
