import { useEffect, useState } from 'react'
import type { Paired } from '../../app/choose-view'
import type { DoorState } from '../../app/door/door-state'
import { listeningAtDoor } from '../../app/door/door-steps'
import { useServices } from '../../app/services-context'
import { StageContext } from '../../app/stage-context'
import { useCodes } from '../../hooks/use-codes'
import { useFocusBack } from '../../hooks/use-focus-back'
import { useIdle } from '../../hooks/use-idle'
import { useKeys } from '../../hooks/use-keys'
import { useLive } from '../../hooks/use-live'
import { useUpdateWhileResting } from '../../hooks/use-update-while-resting'
import { PageAbove, Pin, usePreloadedPages, Who } from '../pages'
import { Splash } from '../splash'
import { Ask } from './ask'
import { DoorContext, type RunningDoor, runningDoor, useDoor } from './door-context'
import { DoorHome } from './door-home'
import { DoorVerdict } from './door-verdict'
import { DoorWorking } from './door-working'
import { Find } from './find'
import { ChooseShift } from './choose-shift'
import { WalkIn } from './walk-in'

const IDLE_MS = 45_000

/** The door, once it is open. */
export function Door({ pairing }: { readonly pairing: Paired }) {
  const services = useServices()
  const [door, setDoor] = useState<RunningDoor | null>(null)
  useEffect(() => {
    runningDoor(services).then(setDoor, services.onUnexpected)
  }, [services])
  if (door === null) return <Splash />
  return (
    <DoorContext value={door}>
      <StageContext value={door.flow}>
        <Stage pairing={pairing} />
      </StageContext>
    </DoorContext>
  )
}

function Stage({ pairing }: { readonly pairing: Paired }) {
  const { flow } = useDoor()
  const state = useLive(flow)
  useCodes({
    taking: () => listeningAtDoor(flow.get()),
    take: (text) => flow.send({ type: 'code', text }),
  })
  useKeys({
    onDigit: (digit) => flow.send({ type: 'digit', digit }),
    onErase: () => flow.send({ type: 'erase' }),
    onEscape: () => flow.send({ type: 'home' }),
  })
  useIdle(
    IDLE_MS,
    state.turn,
    () => flow.send({ type: 'idle' }),
    () => flow.send({ type: 'active' }),
  )
  useUpdateWhileResting(state.resting)
  usePreloadedPages()
  const covered = state.page !== null || !['scan', 'shift'].includes(state.step.at)
  useFocusBack(covered)
  if (state.shift === null || state.step.at === 'shift') {
    return (
      <>
        <ChooseShift covered={state.page !== null} pairing={pairing} />
        {state.page !== null && <PageAbove page={state.page} />}
      </>
    )
  }
  return (
    <>
      <DoorHome covered={covered} pairing={pairing} performanceId={state.shift.performance_id} />
      <Above state={state} />
    </>
  )
}

function Above({ state: { page, step } }: { readonly state: DoorState }) {
  if (page !== null) return <PageAbove page={page} />
  switch (step.at) {
    case 'scan':
    case 'shift':
      return null
    case 'sign_on':
      return <SignOn step={step} />
    case 'ask':
      return <Ask step={step} />
    case 'walk_in':
      return <WalkIn step={step} />
    case 'find':
      return <Find />
    case 'saving':
      return <DoorWorking deed={step.deed} />
    case 'undoing':
      return <DoorWorking deed={null} />
    case 'verdict':
      return <DoorVerdict key={step.shown} result={step.result} />
  }
}

function SignOn({ step }: { readonly step: Extract<DoorState['step'], { at: 'sign_on' }> }) {
  const { step: inner } = step.inner
  if (inner.at === 'pin') return <Pin step={inner} />
  return inner.at === 'who' ? <Who step={inner} /> : null
}
