import { plus } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { ServerClock } from './server-clock'
import { FakeTime } from './testing/fake-time'

async function exchange(clock: ServerClock, time: FakeTime, there: number, back: number) {
  const sent = clock.read()
  await time.advance(there)
  const server = time.trueNow()
  await time.advance(back)
  clock.learn(sent, server)
}

test('half a round trip is taken off; a quick exchange is trusted over a slow one', async () => {
  const time = new FakeTime()
  time.setWallBy(3 * 3_600_000)
  const clock = new ServerClock(time)
  await exchange(clock, time, 100, 900)
  expect(clock.offset()).toBe(-3 * 3_600_000 - 400)
  await exchange(clock, time, 10, 10)
  expect(clock.offset()).toBe(-3 * 3_600_000)
  await exchange(clock, time, 100, 900)
  expect(clock.offset()).toBe(-3 * 3_600_000)
  expect(clock.now()).toBe(time.trueNow())
})

test('after a jump nothing is known until the next answer', async () => {
  const time = new FakeTime()
  const clock = new ServerClock(time)
  await exchange(clock, time, 10, 10)
  time.setWallBy(900)
  expect(clock.offset()).toBe(0)
  time.setWallBy(200)
  expect(clock.offset()).toBeNull()
  await exchange(clock, time, 10, 10)
  expect(clock.offset()).toBe(-1100)
})

test('an exchange during which the clock jumped teaches nothing', async () => {
  const time = new FakeTime()
  const clock = new ServerClock(time)
  const sent = clock.read()
  time.setWallBy(86_400_000)
  clock.learn(sent, time.trueNow())
  expect(clock.offset()).toBeNull()
})

test('a server whose own clock was put right is believed', async () => {
  const time = new FakeTime()
  const clock = new ServerClock(time)
  await exchange(clock, time, 1, 1)
  const sent = clock.read()
  await time.advance(50)
  clock.learn(sent, plus(time.trueNow(), 5000))
  expect(clock.offset()).toBe(5025)
})
