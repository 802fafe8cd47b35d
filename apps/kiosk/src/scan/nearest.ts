/** A code found in a picture, with its middle as a share of the picture's width and height. */
export interface Found {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Texts of one picture, the code nearest to the middle first; empty ones are noise. */
export function nearestFirst(found: readonly Found[]): readonly string[] {
  const distance = ({ x, y }: Found) => (x - 0.5) ** 2 + (y - 0.5) ** 2
  return found
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => distance(a) - distance(b))
    .map(({ text }) => text)
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A code by its corners in a picture of `width` × `height`; without corners, in the middle. */
export function foundAt(
  text: string,
  corners: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): Found {
  if (corners.length === 0) return { text, x: 0.5, y: 0.5 }
  const sum = corners.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { text, x: sum.x / corners.length / width, y: sum.y / corners.length / height }
}
