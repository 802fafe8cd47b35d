import type { Paired } from '../app/choose-view'
import type { FlowState } from '../app/flow-state'
import { listening } from '../app/flow-steps'
import { useServices } from '../app/services-context'
import { useCodes } from '../hooks/use-codes'
import { useFocusBack } from '../hooks/use-focus-back'
import { useIdle } from '../hooks/use-idle'
import { useKeys } from '../hooks/use-keys'
import { useLive } from '../hooks/use-live'
import { useUpdateWhileResting } from '../hooks/use-update-while-resting'
import { Home } from './home'
import { Choose, PageAbove, Pin, StillThere, usePreloadedPages, Who } from './pages'
import { Verdict } from './verdict'
import { Working } from './working'

const IDLE_MS = 45_000

/** The scanner and whatever lies above it. */
export function Counter({ pairing }: { readonly pairing: Paired }) {
  const { flow } = useServices()
  const state = useLive(flow)
  useCodes({
    taking: () => listening(flow.get()),
    take: (text) => flow.send({ type: 'code', text }),
  })
  useKeys({
    onDigit: (digit) => flow.send({ type: 'digit', digit }),
    onErase: () => flow.send({ type: 'erase' }),
    onEscape: () => flow.send({ type: state.asking ? 'active' : 'home' }),
  })
  useIdle(
    IDLE_MS,
    state.turn,
    () => flow.get().asking || flow.send({ type: 'idle' }),
    () => flow.send({ type: 'active' }),
  )
  useUpdateWhileResting(state.resting)
  usePreloadedPages()
  const covered = state.page !== null || state.step.at !== 'home'
  useFocusBack(covered)
  return (
    <>
      <Home covered={covered} pairing={pairing} />
      <Above state={state} />
      {state.asking && <StillThere />}
    </>
  )
}

function Above({ state: { page, step } }: { readonly state: FlowState }) {
  if (page !== null) return <PageAbove page={page} />
  switch (step.at) {
    case 'home':
      return null
    case 'who':
      return <Who step={step} />
    case 'choose':
      return <Choose step={step} />
    case 'pin':
      return <Pin step={step} />
    case 'saving':
      return <Working card={step.card} />
    case 'undoing':
      return <Working card={null} />
    case 'verdict':
      return <Verdict key={step.shown} result={step.result} />
  }
}
