import { BrowserQRCodeReader } from '@zxing/browser'
import { NotFoundException, ChecksumException, FormatException } from '@zxing/library'
import type { Decoder } from '../decoder-port'
import { foundAt } from '../nearest'
import { drawPicture } from '../pixels'

/** ZXing in plain JavaScript: slower and on the main thread, but it runs wherever there is a canvas. */
export function createZxingJsDecoder(): Decoder {
  const reader = new BrowserQRCodeReader()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  return {
    name: 'zxing-js',
    decode: async (picture) => {
      drawPicture(context, picture)
      try {
        const result = reader.decodeFromCanvas(canvas)
        const corners = result.getResultPoints().map((at) => ({ x: at.getX(), y: at.getY() }))
        return [foundAt(result.getText(), corners, canvas)]
      } catch (error) {
        if (isNoCode(error)) return []
        throw error
      }
    },
    close: () => {},
  }
}

/** No code, or one too damaged to read: both mean "look at the next picture". */
function isNoCode(error: unknown): boolean {
  return (
    error instanceof NotFoundException ||
    error instanceof ChecksumException ||
    error instanceof FormatException
  )
}
