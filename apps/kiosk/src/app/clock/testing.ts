import { ACCEPTED, durationMs, epochMs, type OwnDay, type VerdictFlag } from '@counterfoil/domain'
import type { OwnClock, Punched } from '../../kiosk-clock'
import { ANNA, NOW, SIGNED_ON } from '../testing'
import { reduceClock } from './reduce'
import { CLOCK_START, type ClockCommand, type ClockEvent, type ClockState } from './state'

/** A Friday in Luxembourg with nothing in it. */
export const EMPTY_DAY: OwnDay = {
  day: '2026-11-20',
  from: epochMs(Date.parse('2026-11-19T23:00Z')),
  until: epochMs(Date.parse('2026-11-20T23:00Z')),
  worked: durationMs(0),
  paused: durationMs(0),
  spans: [],
  breaks: [],
  unclear: false,
}

export const OUT: OwnClock = {
  presence: 'out',
  since: null,
  today: EMPTY_DAY,
  days: [],
  worked: durationMs(0),
  as_of: null,
}

export function punched(over: Partial<Punched> = {}, flags: readonly VerdictFlag[] = []): Punched {
  return {
    kind: 'punched',
    op_id: 'op-in',
    action: 'in',
    at: NOW,
    verdict: ACCEPTED,
    flags,
    by: 'tablet',
    uncertain: false,
    own: OUT,
    ...over,
  }
}

/** The clock under test: events go in, the last commands stay to be looked at. */
export class Entrance {
  state: ClockState = CLOCK_START
  commands: readonly ClockCommand[] = []

  send(event: ClockEvent): this {
    const [state, commands] = reduceClock(this.state, event)
    this.state = state
    this.commands = commands
    return this
  }

  badge(staff_id = ANNA.id): this {
    this.send({ type: 'code', text: 'x' })
    const { turn } = this.state
    return this.send({ type: 'identified', turn, identified: { kind: 'badge', staff_id } })
  }

  pad(): this {
    const pin = { kind: 'ready', person: ANNA, pin_length: 4 } as const
    return this.send({ type: 'pin_state', turn: this.state.turn, pin })
  }

  type(digits: string): this {
    for (const digit of digits) this.send({ type: 'digit', digit })
    return this
  }

  toKeys(own: OwnClock = OUT): this {
    this.badge().pad().type('7391')
    const outcome = { kind: 'signed_on', signed_on: SIGNED_ON, confirmed: true } as const
    return this.send({ type: 'sign_on', turn: this.state.turn, outcome, own })
  }

  toResult(outcome = punched()): this {
    this.toKeys().send({ type: 'punch', action: outcome.action })
    const { turn } = this.state
    return this.send({ type: 'punched', turn, name: ANNA.name, before: OUT, outcome })
  }

  seen(): this {
    return this.send({ type: 'seen', turn: this.state.turn })
  }

  get at(): ClockState['step']['at'] {
    return this.state.step.at
  }

  /** What was asked to be done, waits aside. */
  get done(): readonly string[] {
    return this.commands.flatMap((command) => (command.do === 'wait' ? [] : [command.do]))
  }

  waitsFor(type: ClockEvent['type']): number | undefined {
    return this.commands.flatMap((command) =>
      command.do === 'wait' && command.event.type === type ? [command.ms] : [],
    )[0]
  }
}
