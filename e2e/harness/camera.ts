import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankFrame, codeFrame, LIFELIKE, type Frame, type FrameSize, type View } from './frames'

const headerOf = ({ width, height, rate }: FrameSize): Buffer =>
  Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420\nFRAME\n`)

/**
 * A camera that films what a test holds in front of it, some pictures a second.
 *
 * Chromium plays a Y4M file with a single picture over and over and reads it from disk each time, so
 * overwriting that picture in place changes what a running page sees within two pictures — no new
 * `getUserMedia`, no new page. (An MJPEG file is mapped once and must not change its size.)
 */
export class FilmedCamera {
  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
    readonly size: FrameSize,
    /** Browser flags that make this the only camera, permission included. */
    readonly flags: readonly string[],
  ) {}

  /** A camera in front of an even wall. */
  static async create(size: FrameSize = LIFELIKE): Promise<FilmedCamera> {
    const folder = await mkdtemp(join(tmpdir(), 'counterfoil-camera-'))
    const path = join(folder, 'camera.y4m')
    const file = await open(path, 'w')
    const camera = new FilmedCamera(folder, file, size, [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ])
    const chroma = Buffer.alloc((size.width * size.height) / 2, 128)
    await file.write(Buffer.concat([headerOf(size), blankFrame(size).luma, chroma]))
    return camera
  }

  /** Holds a code, or any picture, in front of the camera until told otherwise. */
  async show(picture: string | Frame, view?: View): Promise<void> {
    const frame = typeof picture === 'string' ? codeFrame(this.size, picture, view) : picture
    await this.file.write(frame.luma, 0, frame.luma.length, headerOf(this.size).length)
  }

  /** Takes everything out of view. */
  hide(): Promise<void> {
    return this.show(blankFrame(this.size))
  }

  /** Deletes the film. Close the browser first. */
  async close(): Promise<void> {
    await this.file.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
