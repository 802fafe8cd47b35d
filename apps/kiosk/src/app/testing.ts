import { ACCEPTED, epochMs, type Id } from '@counterfoil/domain'
import type { Decided, Identified, IdentifiedCard, PairingState, Person, SignedOn } from '../kiosk'
import { reduce } from './flow'
import { START, type Command, type FlowEvent, type FlowState } from './flow-state'

export const NOW = epochMs(Date.parse('2026-11-20T10:15:00Z'))

export const CARD: IdentifiedCard = {
  kind: 'card',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  card: { id: 'card-1', number_end: '71', stamps: 3, points: 0 },
  program: {
    id: 'program-1',
    kind: 'stamps',
    active: true,
    stamps_required: 10,
    cooldown_minutes: 15,
    daily_limit: 5,
    pin_required: true,
    points_per_unit: 1,
    min_amount_minor: 0,
    max_points_per_op: 10_000,
    currency: 'EUR',
    name: 'Coffee',
    reward: 'a coffee',
  },
  pin_required: true,
  rewards: [],
  deed: { kind: 'stamp' },
}

export const OPEN_CARD: IdentifiedCard = { ...CARD, pin_required: false }

export const ANNA: Person = {
  id: 'anna',
  name: 'Anna Weber',
  initials: 'AW',
  personnel_number: '1042',
  has_pin: true,
  locked_until: null,
  last_used_at: null,
}

export const PAIRED: Extract<PairingState, { kind: 'paired' }> = {
  kind: 'paired',
  device_id: 'd',
  label: 'Counter 1',
  jobs: ['loyalty'],
  store_name: 'Quay',
  merchant_name: 'Harbour',
  time_zone: 'Europe/Luxembourg',
  first_sync: null,
}

export const SIGNED_ON: SignedOn = {
  op_id: 'op-on',
  staff_id: ANNA.id,
  name: ANNA.name,
  until: epochMs(NOW + 120_000),
}

export function decided(over: Partial<Decided> = {}): Decided {
  return {
    kind: 'decided',
    op_id: 'op-1',
    verdict: ACCEPTED,
    by: 'tablet',
    pending: false,
    stamps: 4,
    undo_until: epochMs(NOW + 8_000),
    ...over,
  }
}

/** A flow under test: events go in, the last commands stay to be looked at. */
export class Rehearsal {
  state: FlowState = START
  commands: readonly Command[] = []

  send(event: FlowEvent): this {
    const [state, commands] = reduce(this.state, event)
    this.state = state
    this.commands = commands
    return this
  }

  /** Shows a code and has it recognised. */
  scan(identified: Identified, signed_on: SignedOn | null = null): this {
    this.send({ type: 'code', text: 'x' })
    return this.send({ type: 'identified', turn: this.state.turn, identified, signed_on })
  }

  /** From a card on the counter to the pad of one person. */
  toPad(card: IdentifiedCard = CARD, pinLength = 4): this {
    this.scan(card).send({ type: 'person', staff_id: ANNA.id })
    return this.send({
      type: 'pin_state',
      turn: this.state.turn,
      card,
      pin: { kind: 'ready', person: ANNA, pin_length: pinLength },
    })
  }

  type(digits: string): this {
    for (const digit of digits) this.send({ type: 'digit', digit })
    return this
  }

  /** Answers the stamp that is being written. */
  stamped(outcome: Decided = decided()): this {
    return this.send({ type: 'stamped', turn: this.state.turn, outcome })
  }

  get at(): FlowState['step']['at'] {
    return this.state.step.at
  }

  /** What was asked to be done, waits aside. */
  get done(): readonly string[] {
    return this.commands.flatMap((command) => (command.do === 'wait' ? [] : [command.do]))
  }

  waitsFor(type: FlowEvent['type']): number | undefined {
    return this.commands.flatMap((command) =>
      command.do === 'wait' && command.event.type === type ? [command.ms] : [],
    )[0]
  }

  opId(): Id | undefined {
    return this.state.last?.outcome.op_id
  }
}
