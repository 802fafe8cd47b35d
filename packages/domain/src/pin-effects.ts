import type { EffectOf, EffectTakers } from './effect'
import { type PinEffects, pinKey, type PinWorld } from './pin-facts'

export const applyPins: EffectTakers<PinEffects, [PinWorld]> = {
  sign_on: (world, { sign_on }) => void world.sign_ons.set(sign_on.op_id, sign_on),
  sign_off: endSignOn,
  pin_counter: (world, { device_id, staff_id, counter }) =>
    void world.pin_counters.set(pinKey(device_id, staff_id), counter),
  person_pins: (world, { staff_id, person }) => void world.person_pins.set(staff_id, person),
}

function endSignOn(world: PinWorld, effect: EffectOf<PinEffects, 'sign_off'>): void {
  const signOn = world.sign_ons.get(effect.sign_on)
  if (signOn === undefined) return
  // The first sign-off stands, whichever arrives first.
  const ended =
    signOn.ended_at === null || effect.at < signOn.ended_at ? effect.at : signOn.ended_at
  world.sign_ons.set(effect.sign_on, { ...signOn, ended_at: ended })
}
