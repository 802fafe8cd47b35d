import { useNow } from './use-now'

const CIRCLE = 12
const REACH_PX = 14

/** While nobody is here the picture wanders a little, so that no panel burns in. */
export function useDrift(resting: boolean): { readonly translate: string } | undefined {
  const now = useNow()
  if (!resting) return undefined
  const angle = (Math.floor(now / 20_000) % CIRCLE) * ((2 * Math.PI) / CIRCLE)
  const [x, y] = [Math.cos(angle) * REACH_PX, Math.sin(angle) * REACH_PX]
  return { translate: `${x.toFixed(1)}px ${y.toFixed(1)}px` }
}
