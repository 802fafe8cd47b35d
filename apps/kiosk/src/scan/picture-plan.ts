/** Which part of the picture to look at, and how large to make it. All in pixels. */
export interface PicturePlan {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly out_width: number
  readonly out_height: number
}

/** Longest side that is handed to the decoder. */
const LONGEST = 800

/**
 * Looks at the whole picture made smaller and, every third time, at its middle in full detail, so
 * that near codes are found fast and small or far ones are found at all.
 *
 * @param turn counts the pictures
 */
export function planPicture(turn: number, width: number, height: number): PicturePlan {
  if (turn % 3 === 2 && Math.max(width, height) > LONGEST) return middle(width, height)
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return {
    x: 0,
    y: 0,
    width,
    height,
    out_width: Math.max(1, Math.round(width * scale)),
    out_height: Math.max(1, Math.round(height * scale)),
  }
}

function middle(width: number, height: number): PicturePlan {
  const side = Math.min(width, height, LONGEST)
  return {
    x: Math.floor((width - side) / 2),
    y: Math.floor((height - side) / 2),
    width: side,
    height: side,
    out_width: side,
    out_height: side,
  }
}
