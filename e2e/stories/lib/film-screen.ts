import type { Locator } from 'playwright/test'
import type { Frame, FrameSize } from '../../harness/frames'

/** What a camera sees that is held in front of this part of a page: the very pixels on screen. */
export async function filmScreen(part: Locator, size: FrameSize): Promise<Frame> {
  const png = await part.screenshot()
  const luma = await part.page().evaluate(
    async ({ base64, width, height }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (context === null) throw new Error('no canvas')
      const scale = Math.max(1, Math.floor((height * 0.95) / picture.height))
      const [w, h] = [picture.width * scale, picture.height * scale]
      context.fillStyle = '#aaa'
      context.fillRect(0, 0, width, height)
      context.imageSmoothingEnabled = false
      context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h)
      const { data } = context.getImageData(0, 0, width, height)
      let text = ''
      for (let at = 1; at < data.length; at += 4) text += String.fromCharCode(data[at] ?? 0)
      return btoa(text)
    },
    { base64: png.toString('base64'), ...size },
  )
  return { ...size, luma: new Uint8Array(Buffer.from(luma, 'base64')) }
}
