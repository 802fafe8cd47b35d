import type { Kiosk, Live, PairingState, SignedOn } from '../kiosk'
import { reduce } from './flow'
import { START, type Command, type FlowEvent, type FlowState } from './flow-state'

/** The running flow: holds the state, does what the reducer wants done, brings answers back. */
export interface Flow extends Live<FlowState> {
  readonly send: (event: FlowEvent) => void
}

export interface FlowPorts {
  /** Calls back once after `ms`. */
  readonly after: (ms: number, then: () => void) => void
  /** An exception nobody expected; the person sees a calm word, diagnostics the cause. */
  readonly onUnexpected: (error: unknown) => void
}

export function createFlow(kiosk: Kiosk, ports: FlowPorts): Flow {
  let state = START
  const listeners = new Set<() => void>()

  function send(event: FlowEvent): void {
    const [next, commands] = reduce(state, event)
    const changed = next !== state
    state = next
    if (changed) for (const listener of listeners) listener()
    for (const command of commands) void perform(command)
  }

  async function perform(command: Command): Promise<void> {
    try {
      const answer = await run(kiosk, command, ports, send)
      if (answer !== undefined) send(answer)
    } catch (error) {
      ports.onUnexpected(error)
      if ('turn' in command) send({ type: 'failed', turn: command.turn })
    }
  }

  return {
    get: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    send,
  }
}

async function run(
  kiosk: Kiosk,
  command: Command,
  ports: FlowPorts,
  send: (event: FlowEvent) => void,
): Promise<FlowEvent | undefined> {
  switch (command.do) {
    case 'identify': {
      const [identified, signed_on] = await Promise.all([
        kiosk.identify(command.text),
        kiosk.currentSignOn('loyalty'),
      ])
      return { type: 'identified', turn: command.turn, identified, signed_on }
    }
    case 'go_on': {
      const { turn, card } = command
      return { type: 'chosen', turn, card, signed_on: await kiosk.currentSignOn('loyalty') }
    }
    case 'pin_state': {
      const pin = await kiosk.pinStateOf(command.staff_id)
      return { type: 'pin_state', turn: command.turn, card: command.card, pin }
    }
    case 'sign_on': {
      const outcome = await kiosk.signOn(command.staff_id, command.pin, 'loyalty')
      return { type: 'sign_on', turn: command.turn, outcome }
    }
    case 'stamp':
      return {
        type: 'stamped',
        turn: command.turn,
        outcome: await kiosk.stamp(command.card),
      }
    case 'undo':
      return { type: 'undone', turn: command.turn, outcome: await kiosk.undo(command.op_id) }
    case 'sign_off':
      return signOff(kiosk, command.signed_on, ports)
    case 'wait':
      ports.after(command.ms, () => send(command.event))
      return undefined
  }
}

/** A sign-off that fails in whatever way is told with who is still signed on. */
async function signOff(
  kiosk: Kiosk,
  signed_on: SignedOn,
  ports: FlowPorts,
): Promise<FlowEvent | undefined> {
  try {
    const failure = await kiosk.signOff()
    if (failure === null) return undefined
    return { type: 'sign_off_failed', signed_on, reason: failure.reason }
  } catch (error) {
    ports.onUnexpected(error)
    return { type: 'sign_off_failed', signed_on, reason: 'STORAGE' }
  }
}

/** Whoever was signed on and whatever could be undone ends with the pairing it belonged to. */
export function forgetWithPairing(
  pairing: Kiosk['live']['pairing'],
  flow: { readonly send: (event: { readonly type: 'forget' }) => void },
): void {
  let before = pairingKey(pairing.get())
  pairing.subscribe(() => {
    const now = pairingKey(pairing.get())
    if (before !== null && now !== before) flow.send({ type: 'forget' })
    before = now
  })
}

function pairingKey(pairing: PairingState): string | null {
  return pairing.kind === 'paired' ? pairing.device_id : null
}
