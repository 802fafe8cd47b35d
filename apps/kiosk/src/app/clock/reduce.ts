import { reduceWay } from './reduce-way'
import type { ClockEvent, ClockState, Reduced } from './state'
import { busy, home, show } from './steps'

/** From a badge to its answer at the entrance clock. Pure; time comes in as events. */
export function reduceClock(state: ClockState, event: ClockEvent): Reduced {
  switch (event.type) {
    case 'seen':
    case 'over':
    case 'dismiss':
      return reduceResult(state, event)
    case 'failed':
      return event.turn === state.turn ? show(state, { kind: 'failed' }) : [state, []]
    case 'open':
      return [{ ...state, page: event.page, resting: false }, []]
    case 'home':
    case 'someone_else':
      return busy(state) ? [state, []] : home(state)
    case 'reset':
      return home(state)
    case 'idle':
      return idle(state)
    case 'active':
      return state.asking || state.resting
        ? [{ ...state, asking: false, resting: false }, []]
        : [state, []]
    case 'code':
    case 'identified':
    case 'digit':
    case 'erase':
    case 'number':
    case 'found':
    case 'pin_state':
    case 'person':
    case 'unlocked':
    case 'sign_on':
    case 'hours':
    case 'punch':
    case 'punched':
      return reduceWay(state, event)
  }
}

type ResultEvent = Extract<ClockEvent, { type: 'seen' | 'over' | 'dismiss' }>

function reduceResult(state: ClockState, event: ResultEvent): Reduced {
  const { step } = state
  if (step.at !== 'result') return [state, []]
  if (event.type === 'dismiss') return home(state)
  if (event.turn !== state.turn) return [state, []]
  if (event.type === 'over') return home(state)
  return [{ ...state, step: { ...step, interruptible: true } }, []]
}

function idle(state: ClockState): Reduced {
  const { step, page } = state
  if (busy(state) || step.at === 'result') return [state, []]
  if (step.at === 'home' && page === null) {
    const [next] = home(state)
    return [{ ...next, resting: true }, []]
  }
  if (!state.asking) return [{ ...state, asking: true }, []]
  const [next] = home(state)
  return [{ ...next, resting: true }, []]
}
