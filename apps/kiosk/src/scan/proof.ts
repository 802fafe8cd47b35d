import type { Picture } from './picture'
import { planPicture } from './picture-plan'

/** What the proof picture says. */
export const PROOF_TEXT = 'COUNTERFOIL'

/** A version-1 QR of {@link PROOF_TEXT}: 21 rows, the leftmost module in the highest bit. */
const ROWS = [
  0x1fd67f, 0x104941, 0x17555d, 0x174f5d, 0x17495d, 0x105441, 0x1fd57f, 0x000600, 0x146325,
  0x14b4a4, 0x0964d9, 0x1ea117, 0x0ed0e3, 0x0012c5, 0x1fd392, 0x104aca, 0x174bdd, 0x174c34,
  0x175857, 0x10491d, 0x1fd45b,
]
const MODULE = 8
const QUIET = 4

/** A clean picture of a known code, for a decoder to prove itself on. */
export async function proofPicture(): Promise<Picture> {
  const side = (ROWS.length + 2 * QUIET) * MODULE
  const pixels = new ImageData(side, side)
  for (let y = 0; y < side; y += 1) {
    const row = ROWS[Math.floor(y / MODULE) - QUIET] ?? 0
    for (let x = 0; x < side; x += 1) {
      const column = Math.floor(x / MODULE) - QUIET
      const inside = column >= 0 && column < ROWS.length
      const dark = inside && ((row >> (ROWS.length - 1 - column)) & 1) === 1
      pixels.data.set(dark ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * side + x) * 4)
    }
  }
  const source = await createImageBitmap(pixels)
  return { at: 0, source, plan: planPicture(0, side, side) }
}
