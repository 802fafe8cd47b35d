import { planPicture } from './picture-plan'

/** One picture of the camera, and when it was taken (on the clock of `performance.now`). */
export interface Picture {
  readonly at: number
  readonly bitmap: ImageBitmap
}

/** A hidden page gets no pictures; look again this often, in case the browser forgot to say so. */
const PATIENCE_MS = 1_000

/** Waits for the next picture; `null` when none came within a second. */
export async function nextPicture(video: HTMLVideoElement, turn: number): Promise<Picture | null> {
  const at = await nextFrame(video)
  const { videoWidth: width, videoHeight: height } = video
  if (at === null || width === 0 || height === 0) return null
  const plan = planPicture(turn, width, height)
  const bitmap = await createImageBitmap(video, plan.x, plan.y, plan.width, plan.height, {
    resizeWidth: plan.out_width,
    resizeHeight: plan.out_height,
    resizeQuality: 'low',
  })
  return { at, bitmap }
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
