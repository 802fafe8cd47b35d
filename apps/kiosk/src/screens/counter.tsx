import { useEffect } from 'react'
import type { Paired } from '../app/choose-view'
import type { FlowState } from '../app/flow-state'
import { listening } from '../app/flow-steps'
import { useServices } from '../app/services-context'
import { useCodes } from '../hooks/use-codes'
import { useIdle } from '../hooks/use-idle'
import { useKeys } from '../hooks/use-keys'
import { useLive } from '../hooks/use-live'
import { Home } from './home'
import { Notices } from './notices'
import { Pin } from './pin'
import { Queue } from './queue'
import { StillThere } from './still-there'
import { Tablet } from './tablet'
import { Typing } from './typing'
import { Verdict } from './verdict'
import { Who } from './who'
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
  useUpdateWhileResting(state)
  const covered = state.page !== null || state.step.at !== 'home'
  return (
    <>
      <Home covered={covered} pairing={pairing} />
      <Above state={state} />
      {state.asking && <StillThere />}
    </>
  )
}

function Above({ state: { page, step } }: { readonly state: FlowState }) {
  switch (page) {
    case 'typing':
      return <Typing />
    case 'queue':
      return <Queue />
    case 'notices':
      return <Notices />
    case 'tablet':
      return <Tablet />
    case null:
      break
  }
  switch (step.at) {
    case 'home':
      return null
    case 'who':
      return <Who step={step} />
    case 'pin':
      return <Pin step={step} />
    case 'saving':
      return <Working card={step.card} />
    case 'undoing':
      return <Working card={null} />
    case 'verdict':
      return <Verdict key={keyOf(step)} result={step.result} />
  }
}

let keys = 0
const KEYS = new WeakMap<object, number>()

/** A new result is a new screen, even when the one before it is still up. */
function keyOf({ result }: Extract<FlowState['step'], { at: 'verdict' }>): number {
  const known = KEYS.get(result)
  if (known !== undefined) return known
  keys += 1
  KEYS.set(result, keys)
  return keys
}

/** A new version takes over while nobody is here. */
function useUpdateWhileResting({ resting }: FlowState): void {
  const { kiosk } = useServices()
  const { update_ready } = useLive(kiosk.live.status)
  useEffect(() => {
    if (resting && update_ready) kiosk.applyUpdate()
  }, [kiosk, resting, update_ready])
}
