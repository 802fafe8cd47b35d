import type { Decoder } from './decoder-port'
import { nearestFirst } from './nearest'
import type { Picture } from './picture'

export interface LoopPorts {
  /** The next picture, or `null` when there is none just now. */
  readonly nextPicture: (turn: number) => Promise<Picture | null>
  /** The decoder in use; `replace` asks for the next one after it failed again and again. */
  readonly decoder: (replace: boolean) => Promise<Decoder | null>
  /** Codes of one picture, nearest to the middle first; often none. */
  readonly onCodes: (texts: readonly string[], at: number) => void
  readonly onDecoded: (ms: number) => void
  /** Whether a fresh code would be used now. */
  readonly taking: () => boolean
  /** Something failed; the loop goes on. */
  readonly onTrouble: (error: unknown) => void
  readonly now: () => number
  readonly rest: (ms: number) => Promise<void>
}

/** So many failures in a row, and the decoder is taken for broken. */
const BROKEN_AFTER = 5
const REST_MS = 200
/** While an answer is on its way the screen comes first; often enough to know what is in view. */
const BUSY_MS = 150

/**
 * Reads picture after picture until told to stop. Nothing else ends it: no unreadable code, no
 * exception of a decoder, of the camera or of whoever is told of a code.
 */
export async function runScanLoop(ports: LoopPorts, signal: AbortSignal): Promise<void> {
  let failures = 0
  for (let turn = 0; !signal.aborted; turn += 1) {
    try {
      const seen = await readOne(ports, turn, failures >= BROKEN_AFTER)
      failures = 0
      if (!seen) await ports.rest(REST_MS)
      else if (!ports.taking()) await ports.rest(BUSY_MS)
    } catch (error) {
      failures = failures >= BROKEN_AFTER ? 0 : failures + 1
      ports.onTrouble(error)
      await ports.rest(REST_MS)
    }
  }
}

/** @returns whether there was a picture and a decoder to read it */
async function readOne(ports: LoopPorts, turn: number, replace: boolean): Promise<boolean> {
  const decoder = await ports.decoder(replace)
  if (decoder === null) return false
  const picture = await ports.nextPicture(turn)
  if (picture === null) return true
  const start = ports.now()
  const found = await decoder.decode(picture)
  ports.onDecoded(ports.now() - start)
  ports.onCodes(nearestFirst(found), picture.at)
  return true
}
