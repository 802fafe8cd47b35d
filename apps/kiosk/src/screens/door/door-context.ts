import { createContext, use } from 'react'
import type { Services } from '../../app/services'
import { createDoorFlow, type DoorFlow } from '../../app/door/door-store'
import type { DoorDesk } from '../../door-desk'

export interface RunningDoor {
  readonly desk: DoorDesk
  readonly flow: DoorFlow
}

export const DoorContext = createContext<RunningDoor | null>(null)

/** Throws outside the door's screens. */
export function useDoor(): RunningDoor {
  const door = use(DoorContext)
  if (door === null) throw new Error('A screen of the door stands outside it')
  return door
}

const running = new WeakMap<Services, Promise<RunningDoor>>()

/** The door of this page: it goes on while another job is on screen. */
export function runningDoor(services: Services): Promise<RunningDoor> {
  const known = running.get(services) ?? open(services)
  running.set(services, known)
  return known
}

async function open({ kiosk, onUnexpected }: Services): Promise<RunningDoor> {
  const desk = await kiosk.door()
  const after = (ms: number, then: () => void) => void setTimeout(then, ms)
  const now = () => Date.now() + (kiosk.live.status.get().offset_ms ?? 0)
  return { desk, flow: createDoorFlow({ kiosk, desk, ports: { after, onUnexpected }, now }) }
}
