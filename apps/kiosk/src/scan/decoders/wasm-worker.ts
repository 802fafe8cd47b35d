import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { foundAt } from '../nearest'
import type { Picture } from '../picture'
import { drawPicture } from '../pixels'
import type { WasmAnswer } from './wasm'

// Ours, from our own origin and precached; the package would fetch it elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

function pixelsOf(picture: Picture): ImageData {
  if (context === null) throw new Error('no canvas')
  drawPicture(context, picture)
  return context.getImageData(0, 0, picture.plan.out_width, picture.plan.out_height)
}

async function read(picture: Picture): Promise<WasmAnswer> {
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
  }
}

addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  void read(data).then((answer) => postMessage(answer))
})
