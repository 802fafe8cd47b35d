import { expect, test } from 'vitest'
import type { Decoder } from './decoder-port'
import type { Picture } from './picture'
import { planPicture } from './picture-plan'
import { runScanLoop, type LoopPorts } from './scan-loop'

const PICTURE: Picture = {
  at: 0,
  source: { close: () => {} } as unknown as ImageBitmap,
  plan: planPicture(0, 640, 480),
}

function decoder(decode: Decoder['decode']): Decoder {
  return { name: 'zxing-js', decode, close: () => {} }
}

/** Runs the loop over a fixed number of pictures and tells what was seen and asked for. */
async function film(pictures: number, decode: (turn: number) => Promise<string>, over = {}) {
  const end = new AbortController()
  const codes: string[] = []
  const replaced: boolean[] = []
  let troubles = 0
  let turn = 0
  const ports: LoopPorts = {
    nextPicture: async () => {
      turn += 1
      if (turn >= pictures) end.abort()
      return { ...PICTURE, at: turn }
    },
    decoder: async (replace) => {
      replaced.push(replace)
      return decoder(async () => [{ text: await decode(turn), x: 0.5, y: 0.5 }])
    },
    onCodes: (texts) => codes.push(...texts),
    onDecoded: () => {},
    onTrouble: () => {
      troubles += 1
    },
    taking: () => true,
    now: () => 0,
    rest: async () => {},
    ...over,
  }
  await runScanLoop(ports, end.signal)
  return { codes, troubles, replaced }
}

test('every picture is read', async () => {
  expect((await film(3, async (turn) => `code ${turn}`)).codes).toEqual([
    'code 1',
    'code 2',
    'code 3',
  ])
})

test('a decoder that throws stops nothing', async () => {
  const { codes, troubles } = await film(4, async (turn) => {
    if (turn === 2) throw new Error('broken picture')
    return `code ${turn}`
  })
  expect(codes).toEqual(['code 1', 'code 3', 'code 4'])
  expect(troubles).toBe(1)
})

test('whoever is told of a code and throws stops nothing', async () => {
  let calls = 0
  await film(5, async () => 'x', {
    onCodes: () => {
      calls += 1
      throw new Error('listener')
    },
  })
  expect(calls).toBe(5)
})

test('a decoder that keeps failing is replaced', async () => {
  const { replaced } = await film(8, async () => {
    throw new Error('dead worker')
  })
  expect(replaced.slice(0, 7)).toEqual([false, false, false, false, false, true, false])
})
