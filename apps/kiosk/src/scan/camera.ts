import { createStore } from '../app/store'
import type { Live } from '../kiosk'
import { classifyCameraError, retryAfter, type CameraTrouble } from './camera-error'
import { readTorch, turnTorch } from './torch'

/** Which camera to use: by side, or one device chosen by hand. */
export type CameraChoice = 'rear' | 'front' | { readonly device_id: string }

export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'live'
      readonly stream: MediaStream
      readonly device_id: string | null
      readonly mirrored: boolean
      /** `null`: this camera has no light. */
      readonly torch: boolean | null
    }
  | { readonly kind: 'trouble'; readonly why: CameraTrouble }

export interface Camera {
  readonly state: Live<CameraState>
  readonly devices: Live<readonly MediaDeviceInfo[]>
  start(): void
  stop(): void
  choose(choice: CameraChoice): void
  /** Asks again now, whatever the trouble was. */
  retry(): void
  setTorch(on: boolean): Promise<void>
}

export interface CameraPorts {
  /** Absent on pages that are not served safely. */
  readonly media: MediaDevices | undefined
  /** Calls back once; answers how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void
  /** Calls back whenever the person changes their mind about the camera. */
  readonly onPermissionChange: (then: () => void) => void
  readonly choice: CameraChoice
}

/**
 * Keeps a camera running: asks, notices when it goes away or is taken, and comes back by itself.
 * Only the latest request counts; a stream that arrives too late is stopped.
 */
export function createCamera(ports: CameraPorts): Camera {
  const { media } = ports
  const state = createStore<CameraState>({ kind: 'off' })
  const devices = createStore<readonly MediaDeviceInfo[]>([])
  let choice = ports.choice
  let request = 0
  let cancelRetry = () => {}

  function release(): void {
    cancelRetry()
    const now = state.get()
    if (now.kind === 'live') for (const track of now.stream.getTracks()) track.stop()
  }

  function fail(why: CameraTrouble): void {
    release()
    state.set({ kind: 'trouble', why })
    const ms = retryAfter(why)
    if (ms !== null) cancelRetry = ports.after(ms, () => void ask())
  }

  async function ask(): Promise<void> {
    request += 1
    const mine = request
    release()
    if (media?.getUserMedia === undefined) return fail('insecure')
    // A trouble stays on screen while we ask again, so that nothing flickers.
    if (state.get().kind !== 'trouble') state.set({ kind: 'starting' })
    try {
      const stream = await open(media, choice)
      if (mine !== request) return stopAll(stream)
      live(stream, mine)
      devices.set(await listCameras(media))
    } catch (error) {
      if (mine === request) fail(classifyCameraError(error))
    }
  }

  function live(stream: MediaStream, mine: number): void {
    const track = stream.getVideoTracks()[0]
    if (track === undefined) return fail('absent')
    const lost = () => mine === request && fail('lost')
    const taken = () => mine === request && fail('taken')
    track.addEventListener('ended', lost)
    track.addEventListener('mute', taken)
    const settings = track.getSettings()
    state.set({
      kind: 'live',
      stream,
      device_id: settings.deviceId ?? null,
      mirrored: settings.facingMode === 'user',
      torch: readTorch(track),
    })
  }

  function retryUnlessLive(): void {
    const now = state.get()
    if (now.kind === 'trouble') void ask()
  }

  media?.addEventListener?.('devicechange', retryUnlessLive)
  ports.onPermissionChange(retryUnlessLive)

  return {
    state,
    devices,
    start: () => void (state.get().kind === 'off' && ask()),
    stop: () => {
      request += 1
      release()
      state.set({ kind: 'off' })
    },
    choose: (next) => {
      choice = next
      if (state.get().kind !== 'off') void ask()
    },
    retry: () => void ask(),
    setTorch: async (on) => {
      const now = state.get()
      const track = now.kind === 'live' ? now.stream.getVideoTracks()[0] : undefined
      if (now.kind !== 'live' || track === undefined) return
      if (await turnTorch(track, on)) state.set({ ...now, torch: on })
    },
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }

/** The chosen camera; when it is not there any more, whichever there is. */
async function open(media: MediaDevices, choice: CameraChoice): Promise<MediaStream> {
  if (typeof choice === 'string') {
    const facingMode = choice === 'front' ? 'user' : 'environment'
    return media.getUserMedia({ video: { ...SIZE, facingMode: { ideal: facingMode } } })
  }
  try {
    return await media.getUserMedia({ video: { ...SIZE, deviceId: { exact: choice.device_id } } })
  } catch (error) {
    if (classifyCameraError(error) !== 'absent') throw error
    return media.getUserMedia({ video: { ...SIZE, facingMode: { ideal: 'environment' } } })
  }
}

async function listCameras(media: MediaDevices): Promise<readonly MediaDeviceInfo[]> {
  const all = await media.enumerateDevices()
  return all.filter(({ kind }) => kind === 'videoinput')
}
