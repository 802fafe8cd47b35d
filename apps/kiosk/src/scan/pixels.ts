import type { Picture } from './picture'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws the planned part of a picture into a canvas made to fit, and lets the picture go. */
export function drawPicture(context: Context, { source, plan }: Pick<Picture, 'source' | 'plan'>) {
  const { canvas } = context
  const { x, y, width, height, out_width, out_height } = plan
  try {
    if (canvas.width !== out_width) canvas.width = out_width
    if (canvas.height !== out_height) canvas.height = out_height
    context.drawImage(source, x, y, width, height, 0, 0, out_width, out_height)
  } finally {
    source.close()
  }
}
