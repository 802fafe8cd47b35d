import type { Decoder } from '../decoder-port'
import { foundAt } from '../nearest'

interface DetectedCode {
  readonly rawValue: string
  readonly cornerPoints: readonly { readonly x: number; readonly y: number }[]
}

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly DetectedCode[]>
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

declare global {
  // Not in every browser, so that looking for it is no mistake.
  var BarcodeDetector: DetectorClass | undefined
}

/** The platform's own detector. @throws when it is missing or cannot read QR codes */
export async function createBarcodeDetectorDecoder(): Promise<Decoder> {
  const Class = globalThis.BarcodeDetector
  if (Class === undefined) throw new Error('no BarcodeDetector')
  const formats = await Class.getSupportedFormats()
  if (!formats.includes('qr_code')) throw new Error('BarcodeDetector without qr_code')
  const detector = new Class({ formats: ['qr_code'] })
  return {
    name: 'BarcodeDetector',
    // The whole picture: the platform cuts and shrinks better than we do.
    decode: async ({ source }) => {
      const size = source instanceof ImageBitmap ? source : sizeOf(source)
      try {
        const codes = await detector.detect(source)
        return codes.map(({ rawValue, cornerPoints }) => foundAt(rawValue, cornerPoints, size))
      } finally {
        source.close()
      }
    },
    close: () => {},
  }
}

function sizeOf({ displayWidth: width, displayHeight: height }: VideoFrame) {
  return { width, height }
}
