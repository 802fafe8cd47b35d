import { expect, test } from 'vitest'
import { chooseDecoder } from './decoder'
import type { Decoder } from './decoder-port'
import type { Picture } from './picture'
import { planPicture } from './picture-plan'

const PICTURE: Picture = {
  at: 0,
  source: { close: () => {} } as unknown as ImageBitmap,
  plan: planPicture(0, 640, 480),
}
const proof = async () => PICTURE

function maker(name: Decoder['name'], decode: Decoder['decode']) {
  return async () => ({ name, decode, close: () => {} })
}

const reads = async () => [{ text: 'proof', x: 0.5, y: 0.5 }]
const absent = async () => {
  throw new Error('no BarcodeDetector')
}

test('the first that proves itself is taken', async () => {
  const chosen = await chooseDecoder(
    [maker('BarcodeDetector', reads), maker('zxing-wasm', reads)],
    0,
    proof,
    'proof',
  )
  expect(chosen?.decoder.name).toBe('BarcodeDetector')
})

test('one that is missing, finds nothing or reads nonsense is passed over', async () => {
  const chosen = await chooseDecoder(
    [
      absent,
      maker('BarcodeDetector', async () => []),
      maker('zxing-wasm', async () => [{ text: 'nonsense', x: 0, y: 0 }]),
      maker('zxing-js', reads),
    ],
    0,
    proof,
    'proof',
  )
  expect(chosen).toMatchObject({ index: 3, decoder: { name: 'zxing-js' } })
})

test('none works: the answer is null, not an exception', async () => {
  expect(await chooseDecoder([absent], 0, proof, 'proof')).toBeNull()
})
