import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankFrame, codeFrame, HEIGHT, WIDTH, type Frame, type View } from './frames'

const HEADER = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\nFRAME\n`)
const CHROMA = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)

/**
 * A camera that films what a test holds in front of it, 1280 × 720 at 10 pictures a second.
 *
 * Chromium plays a Y4M file with a single picture over and over and reads it from disk each time, so
 * overwriting that picture in place changes what a running page sees within two pictures — no new
 * `getUserMedia`, no new page. (An MJPEG file is mapped once and must not change its size.)
 */
export class FilmedCamera {
  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
    /** Browser flags that make this the only camera, permission included. */
    readonly flags: readonly string[],
  ) {}

  /** A camera in front of an even wall. */
  static async create(): Promise<FilmedCamera> {
    const folder = await mkdtemp(join(tmpdir(), 'counterfoil-camera-'))
    const path = join(folder, 'camera.y4m')
    const file = await open(path, 'w')
    const camera = new FilmedCamera(folder, file, [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ])
    await file.write(Buffer.concat([HEADER, blankFrame().luma, CHROMA]))
    return camera
  }

  /** Holds a code, or any picture, in front of the camera until told otherwise. */
  async show(picture: string | Frame, view?: View): Promise<void> {
    const frame = typeof picture === 'string' ? codeFrame(picture, view) : picture
    await this.file.write(frame.luma, 0, frame.luma.length, HEADER.length)
  }

  /** Takes everything out of view. */
  hide(): Promise<void> {
    return this.show(blankFrame())
  }

  /** Deletes the film. Close the browser first. */
  async close(): Promise<void> {
    await this.file.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
