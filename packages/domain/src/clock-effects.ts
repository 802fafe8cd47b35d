import type { ClockEffects, ClockWorld } from './clock-facts'
import type { EffectTakers } from './effect'

export const applyClock: EffectTakers<ClockEffects, [ClockWorld]> = {
  punch: ({ punches }, { staff_id, punch }) =>
    void punches.set(staff_id, [...(punches.get(staff_id) ?? []), punch]),
  punch_voided: ({ punches }, { staff_id, op_id }) => {
    const standing = (punches.get(staff_id) ?? []).filter((punch) => punch.op_id !== op_id)
    punches.set(staff_id, standing)
  },
}
