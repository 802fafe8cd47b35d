import type { Kiosk, Live } from '../../kiosk'
import type { FlowPorts } from '../flow-store'
import { createStore } from '../store'
import { reduceClock } from './reduce'
import { CLOCK_START, type ClockCommand, type ClockEvent, type ClockState } from './state'

/** The entrance clock at work: holds the state, does what the reducer wants done. */
export interface ClockFlow extends Live<ClockState> {
  readonly send: (event: ClockEvent) => void
}

export function createClockFlow(kiosk: Kiosk, ports: FlowPorts): ClockFlow {
  const store = createStore(CLOCK_START)

  function send(event: ClockEvent): void {
    const [next, commands] = reduceClock(store.get(), event)
    store.set(next)
    for (const command of commands) void perform(command)
  }

  async function perform(command: ClockCommand): Promise<void> {
    if (command.do === 'wait') return ports.after(command.ms, () => send(command.event))
    try {
      send(await run(kiosk, command))
    } catch (error) {
      ports.onUnexpected(error)
      send({ type: 'failed', turn: command.turn })
    }
  }

  return { get: store.get, subscribe: store.subscribe, send }
}

async function run(
  kiosk: Kiosk,
  command: Exclude<ClockCommand, { do: 'wait' }>,
): Promise<ClockEvent> {
  const { turn } = command
  switch (command.do) {
    case 'identify':
      return { type: 'identified', turn, identified: await kiosk.identify(command.text) }
    case 'find':
      return { type: 'found', turn, staff_id: await kiosk.clock.find(command.number) }
    case 'pin_state':
      return { type: 'pin_state', turn, pin: await kiosk.pinStateOf(command.staff_id) }
    case 'sign_on': {
      const outcome = await kiosk.signOn(command.staff_id, command.pin, 'clock', command.badge)
      const own = outcome.kind === 'signed_on' ? await kiosk.clock.own(command.staff_id) : null
      return { type: 'sign_on', turn, outcome, own }
    }
    case 'punch': {
      const { signed_on, action, before } = command
      const outcome = await kiosk.clock.punch(signed_on, action)
      return { type: 'punched', turn, name: signed_on.name, before, outcome }
    }
  }
}
