import type { Identified, IdentifiedCard } from '../kiosk'
import { mustChoose, openChoice } from './flow-choose'
import { goOn, listening, show, type Reduced } from './flow-steps'
import { askPin } from './flow-pin'
import type { FlowEvent, FlowState, NotOurs } from './flow-state'

type CodeEvent = Extract<FlowEvent, { type: 'code' | 'identified' }>

/** From a text in view, typed or sent by a hand scanner, to the step it leads to. */
export function reduceCode(state: FlowState, event: CodeEvent): Reduced {
  if (event.type === 'code') return look(state, event.text)
  if (event.turn !== state.turn || !state.reading) return [state, []]
  const known = { ...state, reading: false, signed_on: event.signed_on }
  switch (state.step.at) {
    case 'home':
    case 'verdict':
      return begin(known, event.identified)
    case 'who':
      return meetAtWho(known, event.identified)
    case 'pin':
      return event.identified.kind === 'badge'
        ? askPin(known, event.identified.staff_id, state.step.card)
        : [known, []]
    case 'choose':
    case 'saving':
    case 'undoing':
      return [known, []]
  }
}

function look(state: FlowState, text: string): Reduced {
  if (!listening(state)) return [state, []]
  const turn = state.turn + 1
  const next = { ...state, turn, reading: true, page: null, resting: false, asking: false }
  return [next, [{ do: 'identify', turn, text }]]
}

function begin(state: FlowState, identified: Identified): Reduced {
  switch (identified.kind) {
    case 'card':
      return beginCard(state, identified)
    case 'badge':
      return askPin(state, identified.staff_id, null)
    case 'badge_unknown':
    case 'pairing':
    case 'other':
      return show(state, { kind: 'not_ours', what: notOurs(identified) })
  }
}

function beginCard(state: FlowState, card: IdentifiedCard): Reduced {
  return mustChoose(card) ? openChoice(state, card) : goOn(state, card)
}

/** While a name is asked for, a badge answers, and another card takes the first one's place. */
function meetAtWho(state: FlowState, identified: Identified): Reduced {
  if (state.step.at !== 'who') return [state, []]
  switch (identified.kind) {
    case 'card':
      return beginCard(state, identified)
    case 'badge':
      return askPin(state, identified.staff_id, state.step.card)
    case 'badge_unknown':
      return [{ ...state, step: { ...state.step, problem: { kind: 'badge_unknown' } } }, []]
    case 'pairing':
    case 'other':
      return [{ ...state, step: { ...state.step, problem: { kind: 'not_a_badge' } } }, []]
  }
}

function notOurs(identified: Exclude<Identified, { kind: 'card' | 'badge' }>): NotOurs {
  if (identified.kind !== 'other') return identified.kind
  const { kind } = identified.credential
  switch (kind) {
    case 'ticket':
    case 'poster':
    case 'foreign':
    case 'pairing':
      return kind
    case 'card':
    case 'badge':
    case 'unknown':
      return 'unknown'
  }
}
