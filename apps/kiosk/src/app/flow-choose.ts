import type { IdentifiedCard } from '../kiosk'
import { goOn, type Reduced } from './flow-steps'
import type { FlowEvent, FlowState } from './flow-state'

/** Longer sums are a slip of the finger. */
const MOST_DIGITS = 9

type ChooseEvent = Extract<FlowEvent, { type: 'choose' | 'chosen' | 'digit' | 'erase' }>

/** A card of points asks for a sum; one that holds a reward asks what it shall be. */
export function mustChoose({ program, rewards }: IdentifiedCard): boolean {
  return program?.kind === 'points' || rewards.length > 0
}

export function openChoice(state: FlowState, card: IdentifiedCard): Reduced {
  const step = { at: 'choose', card, typed: '' } as const
  return [{ ...state, step, page: null, turn: state.turn + 1, reading: false }, []]
}

/** The sum typed, in minor units. */
export function amountOf(typed: string): number {
  return typed === '' ? 0 : Number(typed)
}

export function reduceChoice(state: FlowState, event: ChooseEvent): Reduced {
  const { step } = state
  if (step.at !== 'choose') return [state, []]
  switch (event.type) {
    case 'digit': {
      const typed = (step.typed + event.digit).replace(/^0+/, '').slice(0, MOST_DIGITS)
      return [{ ...state, step: { ...step, typed } }, []]
    }
    case 'erase':
      return [{ ...state, step: { ...step, typed: step.typed.slice(0, -1) } }, []]
    case 'choose': {
      if (state.reading) return [state, []]
      const turn = state.turn + 1
      const card = { ...step.card, deed: event.deed }
      return [{ ...state, turn, reading: true }, [{ do: 'go_on', turn, card }]]
    }
    case 'chosen': {
      const known = { ...state, signed_on: event.signed_on, reading: false }
      return event.turn === state.turn ? goOn(known, event.card) : [state, []]
    }
  }
}
