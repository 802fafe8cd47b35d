import { create } from 'qrcode'

/** One grey picture as a camera would see it: `luma` has width × height bytes, 0 black, 255 white. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly luma: Uint8Array
}

/** How a code lies in view. Everything is optional; the default is a clean, upright code. */
export interface View {
  /** Pixels per module; default: as large as fits in four fifths of the height. */
  readonly scale?: number
  /** Clockwise, in degrees. */
  readonly rotate?: number
  /** Radius of a box blur in pixels. */
  readonly blur?: number
  /** 1 is daylight, 0.1 a dark room. */
  readonly light?: number
  /** Greatest random change per pixel, in grey levels; the pattern is the same every time. */
  readonly noise?: number
  /** White on black. */
  readonly inverted?: boolean
  /** Error correction; `L` holds the longest texts. Default: `M`, as ours are printed. */
  readonly correction?: 'L' | 'M'
}

/** Of a picture, in pixels. */
export interface FrameSize {
  readonly width: number
  readonly height: number
  /** Pictures a second. */
  readonly rate: number
}

/** What a tablet's camera gives; what takes a tablet's time is measured with it. */
export const LIFELIKE: FrameSize = { width: 1280, height: 720, rate: 10 }
/** Large and often enough for every code that the specs film, and a quarter as dear to look at all day. */
export const SMALL: FrameSize = { width: 960, height: 540, rate: 5 }
const BACKGROUND = 170
const QUIET_ZONE = 4

/** Nothing in view: an even grey wall. */
export function blankFrame(size: FrameSize, level = BACKGROUND): Frame {
  const { width, height } = size
  return { width, height, luma: new Uint8Array(width * height).fill(level) }
}

/** One code in the middle of the picture. */
export function codeFrame(size: FrameSize, text: string, view: View = {}): Frame {
  const frame = blankFrame(size)
  paintCode(frame, text, size.width / 2, view)
  return spoil(frame, view)
}

/** Two codes side by side in one picture. */
export function twoCodesFrame(size: FrameSize, left: string, right: string): Frame {
  const frame = blankFrame(size)
  const room = size.width * 0.42
  paintCode(frame, left, size.width * 0.26, { scale: fittingScale(left, room) })
  paintCode(frame, right, size.width * 0.74, { scale: fittingScale(right, room) })
  return frame
}

/** A picture of noise without any code. */
export function noiseFrame(size: FrameSize): Frame {
  return spoil(blankFrame(size, 128), { noise: 127 })
}

function fittingScale(text: string, room: number): number {
  const { size } = create(text, { errorCorrectionLevel: 'M' }).modules
  return Math.max(2, Math.floor(room / (size + 2 * QUIET_ZONE)))
}

function paintCode(frame: Frame, text: string, centreX: number, view: View): void {
  const { size, data } = create(text, { errorCorrectionLevel: view.correction ?? 'M' }).modules
  const scale = view.scale ?? fittingScale(text, frame.height * 0.8)
  const half = ((size + 2 * QUIET_ZONE) * scale) / 2
  const angle = ((view.rotate ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = Math.ceil(half * Math.SQRT2)
  for (let y = -reach; y < reach; y += 1) {
    for (let x = -reach; x < reach; x += 1) {
      const u = x * cos + y * sin
      const v = y * cos - x * sin
      if (Math.abs(u) >= half || Math.abs(v) >= half) continue
      const column = Math.floor((u + half) / scale) - QUIET_ZONE
      const row = Math.floor((v + half) / scale) - QUIET_ZONE
      const inside = column >= 0 && row >= 0 && column < size && row < size
      const dark = inside && data[row * size + column] === 1
      setPixel(
        frame,
        Math.round(centreX + x),
        frame.height / 2 + y,
        dark === (view.inverted ?? false),
      )
    }
  }
}

function setPixel({ width, height, luma }: Frame, x: number, y: number, white: boolean): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return
  luma[y * width + x] = white ? 235 : 20
}

function spoil(frame: Frame, { blur = 0, light = 1, noise = 0 }: View): Frame {
  const soft = blur > 0 ? boxBlur(frame, blur) : frame
  let state = 0x2545f491
  const grain = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 31 - 1) * noise
  }
  return { ...soft, luma: soft.luma.map((level) => clamp(level * light + grain())) }
}

function boxBlur({ width, height, luma }: Frame, radius: number): Frame {
  const across = blurLines(luma, width, height, 1, width, radius)
  return { width, height, luma: blurLines(across, height, width, width, 1, radius) }
}

/** Running mean along lines of `length` pixels that lie `step` apart; lines start `stride` apart. */
function blurLines(
  source: Uint8Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
  radius: number,
): Uint8Array {
  const result = new Uint8Array(source.length)
  for (let line = 0; line < lines; line += 1) {
    const at = (i: number): number =>
      source[line * stride + Math.min(length - 1, Math.max(0, i)) * step] ?? 0
    let sum = 0
    for (let i = -radius; i <= radius; i += 1) sum += at(i)
    for (let i = 0; i < length; i += 1) {
      result[line * stride + i * step] = sum / (2 * radius + 1)
      sum += at(i + radius + 1) - at(i - radius)
    }
  }
  return result
}

const clamp = (level: number): number => Math.min(255, Math.max(0, level))
