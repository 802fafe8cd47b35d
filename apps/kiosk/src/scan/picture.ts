import { planPicture, type PicturePlan } from './picture-plan'

/**
 * One picture of the camera and which part of it to read. Whoever reads it closes `source`.
 * Cutting and shrinking is left to the reader: done here, it would hold the screen up.
 */
export interface Picture {
  /** When it was taken, on the clock of `performance.now`. */
  readonly at: number
  readonly source: VideoFrame | ImageBitmap
  readonly plan: PicturePlan
}

/** A hidden page gets no pictures; look again this often, in case the browser forgot to say so. */
const PATIENCE_MS = 1_000

/** Waits for the next picture; `null` when none came within a second. */
export async function nextPicture(video: HTMLVideoElement, turn: number): Promise<Picture | null> {
  const at = await nextFrame(video)
  const { videoWidth: width, videoHeight: height } = video
  if (at === null || width === 0 || height === 0) return null
  return { at, source: await grab(video), plan: planPicture(turn, width, height) }
}

/** A handle on the frame where the browser has it: far cheaper than copying its pixels. */
async function grab(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  return typeof VideoFrame === 'function' ? new VideoFrame(video) : createImageBitmap(video)
}

function nextFrame(video: HTMLVideoElement): Promise<number | null> {
  return new Promise((resolve) => {
    if (typeof video.requestVideoFrameCallback !== 'function') {
      setTimeout(() => resolve(video.readyState >= 2 ? performance.now() : null), 33)
      return
    }
    const handle = video.requestVideoFrameCallback((now, { captureTime }) => {
      clearTimeout(timer)
      // Some cameras report times of another clock; only believable ones are used.
      const taken = captureTime ?? now
      resolve(taken <= now && now - taken < 500 ? taken : now)
    })
    const timer = setTimeout(() => {
      video.cancelVideoFrameCallback(handle)
      resolve(null)
    }, PATIENCE_MS)
  })
}
