import { useState } from 'react'
import type { Paired } from '../../app/choose-view'
import { createClockFlow, type ClockFlow } from '../../app/clock/store'
import type { ClockState } from '../../app/clock/state'
import { listening } from '../../app/clock/steps'
import { useServices } from '../../app/services-context'
import { StageContext } from '../../app/stage-context'
import { useCodes } from '../../hooks/use-codes'
import { useFocusBack } from '../../hooks/use-focus-back'
import { useFrontCamera } from '../../hooks/use-front-camera'
import { useIdle } from '../../hooks/use-idle'
import { useKeys } from '../../hooks/use-keys'
import { useLive } from '../../hooks/use-live'
import { useUpdateWhileResting } from '../../hooks/use-update-while-resting'
import { PageAbove, Pin, StillThere, usePreloadedPages } from '../pages'
import { Attract } from './attract'
import { Hours } from './hours'
import { Keys } from './keys'
import { OneMoment } from './one-moment'
import { Result } from './result'
import { useEnter } from './use-enter'

const IDLE_MS = 45_000

/** The entrance clock: the time in large, and whatever lies above it. */
export function Clock({ pairing }: { readonly pairing: Paired }) {
  const { kiosk, onUnexpected } = useServices()
  const [flow] = useState(() =>
    createClockFlow(kiosk, {
      after: (ms, then) => void setTimeout(then, ms),
      onUnexpected,
    }),
  )
  return (
    <StageContext value={flow}>
      <Entrance flow={flow} pairing={pairing} />
    </StageContext>
  )
}

function Entrance({ flow, pairing }: { readonly flow: ClockFlow; readonly pairing: Paired }) {
  const state = useLive(flow)
  const { step, page } = state
  useFrontCamera(pairing.jobs)
  useCodes({
    taking: () => listening(flow.get()),
    take: (text) => flow.send({ type: 'code', text }),
  })
  useKeys({
    onDigit: (digit) => flow.send({ type: 'digit', digit }),
    onErase: () => flow.send({ type: 'erase' }),
    onEscape: () => flow.send({ type: state.asking ? 'active' : 'home' }),
  })
  useEnter(step.at === 'home' && page === null, () => flow.send({ type: 'number' }))
  useIdle(
    IDLE_MS,
    state.turn,
    () => flow.get().asking || flow.send({ type: 'idle' }),
    () => flow.send({ type: 'active' }),
  )
  useUpdateWhileResting(state.resting)
  usePreloadedPages()
  const covered = page !== null || step.at !== 'home'
  useFocusBack(covered)
  return (
    <>
      <Attract covered={covered} flow={flow} pairing={pairing} state={state} />
      <Above flow={flow} state={state} />
      {state.asking && <StillThere />}
    </>
  )
}

function Above({ flow, state }: { readonly flow: ClockFlow; readonly state: ClockState }) {
  const { page, step } = state
  if (page !== null) return <PageAbove page={page} />
  switch (step.at) {
    case 'home':
      return null
    case 'pin':
      return <Pin step={step} />
    case 'keys':
      return step.hours ? <Hours flow={flow} step={step} /> : <Keys flow={flow} step={step} />
    case 'saving':
      return <OneMoment />
    case 'result':
      return <Result flow={flow} key={step.shown} result={step.result} />
  }
}
