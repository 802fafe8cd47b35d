import { createStore } from '../app/store'
import type { Live } from '../kiosk'
import { createCamera, type Camera, type CameraChoice } from './camera'
import { chooseDecoder, DECODERS } from './decoder'
import type { Decoder, DecoderName } from './decoder-port'
import { nextPicture } from './picture'
import { PROOF_TEXT, proofPicture } from './proof'
import { sight, type Sightings } from './same-code'
import { runScanLoop } from './scan-loop'
import { noteDecoder, pause } from './scanner-first'
import { addTime, afterPaint, markFrame, markSince, NO_TIMES, type ScanTimes } from './timing'

export interface ScanStats {
  /** `null` before the first; `'none'` when no decoder works in this browser. */
  readonly decoder: DecoderName | 'none' | null
  readonly troubles: number
  readonly times: ScanTimes
}

export interface Scanner {
  readonly camera: Camera
  readonly stats: Live<ScanStats>
  /** Films through this element from now on; answers how to stop. */
  attach(video: HTMLVideoElement): () => void
  /** A code from elsewhere: a hand scanner, typed. Goes the same way as one in view. */
  offer(text: string): void
  /** To be called when the screen that answers the latest code has been rendered. */
  answered(): void
}

export interface ScannerPorts {
  readonly choice: CameraChoice
  /** Whether a fresh code would be used now. */
  readonly taking: () => boolean
  /** At once, before anything is looked up: the tick and the flash. */
  readonly signal: () => void
  readonly onCode: (text: string) => void
  readonly onUnexpected: (error: unknown) => void
}

interface Showing {
  readonly scan: number
  readonly at: number
}

export function createScanner(ports: ScannerPorts): Scanner {
  const camera = createCamera({
    media: navigator.mediaDevices,
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    onPermissionChange: watchPermission,
    choice: ports.choice,
  })
  const stats = createStore<ScanStats>({ decoder: null, troubles: 0, times: NO_TIMES })
  const decoders = createDecoderHolder((name) => stats.set({ ...stats.get(), decoder: name }))
  let sightings: Sightings = new Map()
  let scan = 0
  let open: Showing | null = null

  function time(step: keyof ScanTimes, ms: number): void {
    const now = stats.get()
    stats.set({ ...now, times: { ...now.times, [step]: addTime(now.times[step], ms) } })
  }

  function show(texts: readonly string[], at: number): void {
    const sighted = sight(sightings, texts, performance.now(), ports.taking())
    sightings = sighted.sightings
    if (sighted.fresh === null) return
    scan += 1
    const showing = { scan, at }
    open = showing
    markFrame(scan, at)
    ports.signal()
    afterPaint(() => time('signal', markSince('signal', showing.scan, at)))
    ports.onCode(sighted.fresh)
  }

  return {
    camera,
    stats,
    attach: (video) => {
      const over = new AbortController()
      void runScanLoop(
        {
          nextPicture: (turn) => nextPicture(video, turn),
          decoder: decoders.get,
          onCodes: show,
          taking: ports.taking,
          onDecoded: (ms) => time('decode', ms),
          onTrouble: (error) => {
            const now = stats.get()
            stats.set({ ...now, troubles: now.troubles + 1 })
            // The first tells the cause; a thousand more would only push others out.
            if (now.troubles === 0) ports.onUnexpected(error)
          },
          now: () => performance.now(),
          rest: pause,
        },
        over.signal,
      )
      return () => over.abort()
    },
    offer: (text) => show([text], performance.now()),
    answered: () => {
      const showing = open
      open = null
      if (showing === null) return
      afterPaint(() => time('answer', markSince('answer', showing.scan, showing.at)))
    },
  }
}

/** Makes the decoder when the first picture needs one, and the next when that one breaks. */
function createDecoderHolder(onChange: (name: DecoderName | 'none') => void) {
  let index = 0
  let current: Promise<Decoder | null> | null = null

  async function make(start: number): Promise<Decoder | null> {
    const chosen = await chooseDecoder(DECODERS, start, proofPicture, PROOF_TEXT)
    index = chosen?.index ?? 0
    onChange(chosen?.decoder.name ?? 'none')
    noteDecoder()
    return chosen?.decoder ?? null
  }

  return {
    get: async (replace: boolean): Promise<Decoder | null> => {
      if (replace) {
        const old = await current
        old?.close()
        // After the last one the round starts again: a worker may have died of something passing.
        current = make((index + 1) % DECODERS.length)
      }
      current ??= make(0)
      const decoder = await current
      if (decoder === null) current = null
      return decoder
    },
  }
}

function watchPermission(then: () => void): void {
  // Not every browser knows the name; then the button is the only way.
  navigator.permissions
    ?.query({ name: 'camera' })
    .then((status) => status.addEventListener('change', then))
    .catch(() => undefined)
}
