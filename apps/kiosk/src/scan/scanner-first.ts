/** A screen that films nothing asks for no decoder: by then nobody is in anybody's way. */
const PATIENCE_MS = 1_500
const RETRY_MS = 1000

let first: { readonly ready: Promise<void>; readonly go: () => void } | null = null

function gate() {
  if (first !== null) return first
  let go: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    go = resolve
  })
  setTimeout(go, PATIENCE_MS)
  first = { ready, go }
  return first
}

/**
 * Resolves when the decoder is there. Everything that is not needed to scan is fetched behind this,
 * so that a start is over when a code can be read, whatever else a tablet has to load.
 */
export function scannerFirst(): Promise<void> {
  return gate().ready
}

/** Fetches a part that scanning does not need, for as long as it takes until it is here. */
export async function whenScanning<Part>(load: () => Promise<Part>): Promise<Part> {
  await scannerFirst()
  for (;;) {
    try {
      return await load()
    } catch {
      await pause(RETRY_MS)
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** There is a decoder, or it is known that there is none. */
export function noteDecoder(): void {
  gate().go()
}
