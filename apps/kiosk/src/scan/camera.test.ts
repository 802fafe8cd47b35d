import { expect, test } from 'vitest'
import { createCamera, type CameraChoice } from './camera'

/** A track that can be lost or taken, as browsers report it. */
class FakeTrack extends EventTarget {
  stopped = false
  constructor(readonly settings: MediaTrackSettings) {
    super()
  }
  getSettings = () => this.settings
  stop = () => {
    this.stopped = true
  }
}

/** A media stack in which each request waits until the test answers it. */
function start(choice: CameraChoice = 'rear') {
  const asked: MediaStreamConstraints[] = []
  const answers: {
    give: (settings?: MediaTrackSettings) => FakeTrack
    fail: (name: string) => void
  }[] = []
  const retries: (() => void)[] = []
  const media = Object.assign(new EventTarget(), {
    getUserMedia: (constraints: MediaStreamConstraints) => {
      asked.push(constraints)
      return new Promise((resolve, reject) => {
        answers.push({
          give: (settings = { deviceId: 'a', facingMode: 'environment' }) => {
            const track = new FakeTrack(settings)
            resolve({ getTracks: () => [track], getVideoTracks: () => [track] })
            return track
          },
          fail: (name) => reject(new DOMException('', name)),
        })
      })
    },
    enumerateDevices: async () => [{ kind: 'videoinput', deviceId: 'a', label: 'Rear' }],
  })
  let permissionChanged = () => {}
  const camera = createCamera({
    media: media as unknown as MediaDevices,
    after: (_, then) => {
      retries.push(then)
      return () => void retries.splice(retries.indexOf(then), 1)
    },
    onPermissionChange: (then) => {
      permissionChanged = then
    },
    choice,
  })
  camera.start()
  const last = () => {
    const answer = answers.at(-1)
    if (answer === undefined) throw new Error('nobody asked for the camera')
    return answer
  }
  return { camera, media, asked, retries, last, permissionChanged: () => permissionChanged() }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('the rear camera is asked for, and shown when it comes', async () => {
  const { camera, asked, last } = start()
  expect(camera.state.get().kind).toBe('starting')
  expect(asked[0]).toMatchObject({ video: { facingMode: { ideal: 'environment' } } })
  last().give()
  await settled()
  expect(camera.state.get()).toMatchObject({ kind: 'live', mirrored: false, torch: null })
})

test.each([
  ['NotAllowedError', 'denied', 0],
  ['NotFoundError', 'absent', 1],
  ['NotReadableError', 'taken', 1],
  ['AbortError', 'taken', 1],
])('%s is %s', async (name, why, retries) => {
  const { camera, retries: waiting, last } = start()
  last().fail(name)
  await settled()
  expect(camera.state.get()).toEqual({ kind: 'trouble', why })
  expect(waiting).toHaveLength(retries)
})

test('a page that is not served safely says so instead of failing', () => {
  const camera = createCamera({
    media: undefined,
    after: () => () => {},
    onPermissionChange: () => {},
    choice: 'rear',
  })
  camera.start()
  expect(camera.state.get()).toEqual({ kind: 'trouble', why: 'insecure' })
})

test('a lost camera comes back by itself', async () => {
  const { camera, retries, last } = start()
  const track = last().give()
  await settled()
  track.dispatchEvent(new Event('ended'))
  expect(camera.state.get()).toEqual({ kind: 'trouble', why: 'lost' })
  retries[0]?.()
  expect(camera.state.get().kind).toBe('trouble')
  last().give()
  await settled()
  expect(camera.state.get().kind).toBe('live')
})

test('one that is plugged in starts by itself', async () => {
  const { camera, media, asked, last } = start()
  last().fail('NotFoundError')
  await settled()
  media.dispatchEvent(new Event('devicechange'))
  expect(asked).toHaveLength(2)
  last().give()
  await settled()
  expect(camera.state.get().kind).toBe('live')
})

test('a denied camera is not asked for again until the person changes their mind', async () => {
  const { camera, asked, last, permissionChanged } = start()
  last().fail('NotAllowedError')
  await settled()
  expect(asked).toHaveLength(1)
  permissionChanged()
  last().give()
  await settled()
  expect(camera.state.get().kind).toBe('live')
})

test('only the latest choice counts; a stream that comes too late is stopped', async () => {
  const { camera, asked, last } = start()
  const first = last()
  camera.choose('front')
  expect(asked[1]).toMatchObject({ video: { facingMode: { ideal: 'user' } } })
  last().give({ deviceId: 'b', facingMode: 'user' })
  const late = first.give()
  await settled()
  expect(late.stopped).toBe(true)
  expect(camera.state.get()).toMatchObject({ kind: 'live', device_id: 'b', mirrored: true })
})

test('a remembered camera that is gone gives way to whichever there is', async () => {
  const { camera, asked, last } = start({ device_id: 'old' })
  expect(asked[0]).toMatchObject({ video: { deviceId: { exact: 'old' } } })
  last().fail('OverconstrainedError')
  await settled()
  last().give()
  await settled()
  expect(camera.state.get().kind).toBe('live')
})
