import type { DoorDeed, DoorDesk } from '../../door-desk'
import type { Kiosk, Live } from '../../kiosk'
import type { FlowPorts } from '../flow-store'
import { forgetWithPairing } from '../flow-store'
import { reduceDoor } from './door-flow'
import { restOf } from './door-steps'
import { readShift, saveShift } from './shift-store'
import {
  type DoorCommand,
  type DoorEvent,
  type DoorState,
  type Looked,
  startDoor,
} from './door-state'
import type { Command } from '../flow-state'

/** The running door: holds the state, does what the reducer wants done, brings answers back. */
export interface DoorFlow extends Live<DoorState> {
  readonly send: (event: DoorEvent) => void
}

export interface DoorParts {
  readonly kiosk: Kiosk
  readonly desk: DoorDesk
  readonly ports: FlowPorts
  readonly now: () => number
}

export function createDoorFlow(parts: DoorParts): DoorFlow {
  const kept = readShift(parts.now())
  let state = startDoor(kept.shift, kept.ask_first)
  const listeners = new Set<() => void>()

  function send(event: DoorEvent): void {
    const [next, commands] = reduceDoor(state, event)
    const changed = next !== state
    state = next
    if (changed) for (const listener of listeners) listener()
    for (const command of commands) void perform(command)
  }

  async function perform(command: DoorCommand): Promise<void> {
    try {
      const answer = await run(parts, command, send)
      if (answer !== undefined) send(answer)
    } catch (error) {
      parts.ports.onUnexpected(error)
      if ('turn' in command) send({ type: 'failed', turn: command.turn })
    }
  }

  const flow: DoorFlow = {
    get: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    send,
  }
  forgetWithPairing(parts.kiosk.live.pairing, flow)
  void perform({ do: 'who_is_on' })
  return flow
}

async function run(
  { kiosk, desk, ports }: DoorParts,
  command: DoorCommand,
  send: (event: DoorEvent) => void,
): Promise<DoorEvent | undefined> {
  switch (command.do) {
    case 'look':
      return { type: 'looked', turn: command.turn, looked: await look(kiosk, desk, command) }
    case 'act':
      return {
        type: 'done',
        turn: command.turn,
        outcome: await desk.act(command.deed, command.signed_on),
      }
    case 'undo':
      return { type: 'undone', turn: command.turn, outcome: await kiosk.undo(command.op_id) }
    case 'remember':
      saveShift(command)
      return undefined
    case 'inner':
      return inner(kiosk, command.command)
    case 'sign_off': {
      const failure = await kiosk.signOff()
      return failure === null ? undefined : currentSignOn(kiosk)
    }
    case 'who_is_on':
      return currentSignOn(kiosk)
    case 'wait':
      ports.after(command.ms, () => send(command.event))
      return undefined
  }
}

async function currentSignOn(kiosk: Kiosk): Promise<DoorEvent> {
  return { type: 'signed_on', signed_on: await kiosk.currentSignOn('door') }
}

async function look(
  kiosk: Kiosk,
  desk: DoorDesk,
  { what, performance_id, preview }: Extract<DoorCommand, { do: 'look' }>,
): Promise<Looked> {
  const reading = 'text' in what ? desk.read(what.text) : chosen(desk, what.ticket_id)
  const [code, signed_on] = await Promise.all([reading, kiosk.currentSignOn('door')])
  const evening = desk.performances.get()?.find(({ id }) => id === performance_id)
  const known = { code, signed_on, pin_required: evening?.pin_required === true }
  if (!preview || code.kind !== 'ticket') return { ...known, preview: null }
  const { ticket } = code
  const people = restOf(ticket)
  const deed: DoorDeed = { kind: 'admit', performance_id, ticket, people }
  return { ...known, preview: await desk.preview(deed) }
}

async function chosen(desk: DoorDesk, id: string): Promise<Looked['code']> {
  const ticket = await desk.chosen(id)
  return ticket === null ? { kind: 'not_ours', what: 'unknown' } : { kind: 'ticket', ticket }
}

/** The counter's commands on the way to a sign-on, for the door. */
async function inner(kiosk: Kiosk, command: Command): Promise<DoorEvent | undefined> {
  switch (command.do) {
    case 'pin_state': {
      const pin = await kiosk.pinStateOf(command.staff_id)
      return { type: 'pin_state', turn: command.turn, card: null, pin }
    }
    case 'sign_on': {
      const outcome = await kiosk.signOn(command.staff_id, command.pin, 'door')
      return { type: 'sign_on', turn: command.turn, outcome }
    }
    // Whatever else the counter asks for has nothing to do with signing on.
    case 'go_on':
    case 'identify':
    case 'sign_off':
    case 'stamp':
    case 'undo':
    case 'wait':
      return undefined
  }
}
