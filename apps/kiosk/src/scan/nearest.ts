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

/** The middle of a code's corners, as shares of the picture. */
export function middleOf(
  corners: readonly { readonly x: number; readonly y: number }[],
  width: number,
  height: number,
): { readonly x: number; readonly y: number } {
  if (corners.length === 0) return { x: 0.5, y: 0.5 }
  const sum = corners.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / corners.length / width, y: sum.y / corners.length / height }
}
