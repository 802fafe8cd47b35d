import type { Found } from './nearest'
import type { Picture } from './picture'

export type DecoderName = 'BarcodeDetector' | 'zxing-wasm' | 'zxing-js'

/** Reads QR codes from a picture. */
export interface Decoder {
  readonly name: DecoderName
  /** Takes the picture over and closes it. Rejects when the decoder is broken, not on no code. */
  decode(picture: Picture): Promise<readonly Found[]>
  close(): void
}

export type DecoderMaker = () => Promise<Decoder>
