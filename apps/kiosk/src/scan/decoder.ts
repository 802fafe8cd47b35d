import type { Decoder, DecoderMaker } from './decoder-port'
import type { Picture } from './picture'

/** In the order of preference; each is fetched only when its turn comes. */
export const DECODERS: readonly DecoderMaker[] = [
  async () => (await import('./decoders/barcode-detector')).createBarcodeDetectorDecoder(),
  async () => (await import('./decoders/wasm')).createWasmDecoder(),
  async () => (await import('./decoders/zxing-js')).createZxingJsDecoder(),
]

/**
 * The first decoder from `start` on that proves itself by reading a known code. A browser that
 * claims to read QR codes and does not (an empty format list, an exception, nothing found) is
 * passed over. `null`: none works here.
 */
export async function chooseDecoder(
  makers: readonly DecoderMaker[],
  start: number,
  proof: () => Promise<Picture>,
  expected: string,
): Promise<{ readonly decoder: Decoder; readonly index: number } | null> {
  for (let index = start; index < makers.length; index += 1) {
    const decoder = await attempt(makers[index], proof, expected)
    if (decoder !== null) return { decoder, index }
  }
  return null
}

async function attempt(
  make: DecoderMaker | undefined,
  proof: () => Promise<Picture>,
  expected: string,
): Promise<Decoder | null> {
  let decoder: Decoder | null = null
  try {
    decoder = (await make?.()) ?? null
    const found = (await decoder?.decode(await proof())) ?? []
    if (found.some(({ text }) => text === expected)) return decoder
  } catch {
    // The next one gets its chance; diagnostics show which one it came to.
  }
  decoder?.close()
  return null
}
