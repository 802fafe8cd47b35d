import { createContext, use } from 'react'
import type { FlowEvent } from './flow-state'

/** What the bars and pages that all jobs share have to say; every job's flow takes these. */
export type StageEvent = Extract<
  FlowEvent,
  {
    type:
      | 'open'
      | 'home'
      | 'idle'
      | 'active'
      // Of the screens that ask who it is and for a PIN.
      | 'person'
      | 'digit'
      | 'erase'
      | 'someone_else'
      | 'unlocked'
  }
>

/** The flow of the job that is on screen, as far as it is like every other's. */
export interface Stage {
  readonly send: (event: StageEvent) => void
}

export const StageContext = createContext<Stage | null>(null)

/** Throws outside the app. */
export function useStage(): Stage {
  const stage = use(StageContext)
  if (stage === null) throw new Error('A screen stands outside every job')
  return stage
}
