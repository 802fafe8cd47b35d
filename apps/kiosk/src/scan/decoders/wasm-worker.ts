import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { foundAt } from '../nearest'
import type { WasmAnswer } from './wasm'

// Ours, from our own origin and precached; the package would fetch it elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

const canvas = new OffscreenCanvas(1, 1)
const context = canvas.getContext('2d', { willReadFrequently: true })

function pixelsOf(picture: ImageBitmap): ImageData {
  if (context === null) throw new Error('no canvas')
  if (canvas.width !== picture.width) canvas.width = picture.width
  if (canvas.height !== picture.height) canvas.height = picture.height
  context.drawImage(picture, 0, 0)
  return context.getImageData(0, 0, picture.width, picture.height)
}

async function read(picture: ImageBitmap): Promise<WasmAnswer> {
  try {
    const pixels = pixelsOf(picture)
    const codes = await readBarcodes(pixels, {
      formats: ['QRCode'],
      tryHarder: true,
      tryDownscale: true,
      textMode: 'Plain',
      maxNumberOfSymbols: 4,
    })
    const found = codes
      .filter(({ isValid }) => isValid)
      .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) =>
        foundAt(text, [topLeft, topRight, bottomRight, bottomLeft], pixels),
      )
    return { kind: 'found', found }
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : 'unknown' }
  } finally {
    picture.close()
  }
}

addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void read(data).then((answer) => postMessage(answer))
})
