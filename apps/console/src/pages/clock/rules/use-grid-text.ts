import { useText } from '../../../text'

/** A step of rounding in words: "15 minutes", "not rounded". */
export function useGridText(): (minutes: number) => string {
  const { grids } = useText().t.console.clock_rules
  return (minutes) => (minutes === 0 ? grids.exact : grids.minutes({ minutes }))
}
