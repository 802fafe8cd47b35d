import type { Decoder } from '../decoder-port'
import type { Found } from '../nearest'
import type { Picture } from '../picture'

/** One picture in, one answer out, in order. */
export type WasmAnswer =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'broken'; readonly message: string }

/** A reader that has not answered for this long will not. */
const DEAD_AFTER_MS = 10_000

/** ZXing compiled to WebAssembly, in a worker, so that reading never makes the screen wait. */
export function createWasmDecoder(): Promise<Decoder> {
  const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' })
  return Promise.resolve({
    name: 'zxing-wasm',
    decode: (picture) => ask(worker, picture),
    close: () => worker.terminate(),
  })
}

function ask(worker: Worker, picture: Picture): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const timer = setTimeout(() => give(new Error('no answer')), DEAD_AFTER_MS)
    function give(result: readonly Found[] | Error): void {
      clearTimeout(timer)
      over.abort()
      if (result instanceof Error) reject(result)
      else resolve(result)
    }
    const options = { signal: over.signal }
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<WasmAnswer>) =>
        give(data.kind === 'found' ? data.found : new Error(data.message)),
      options,
    )
    worker.addEventListener('error', () => give(new Error('worker failed')), options)
    worker.postMessage(picture, [picture.source])
  })
}
