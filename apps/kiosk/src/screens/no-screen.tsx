import type { Job } from '@counterfoil/domain'
import { EmptyState } from '@counterfoil/ui'
import type { Paired } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './no-screen.module.css'
import { PageAbove, usePreloadedPages } from './pages'
import { TopBar } from './top-bar'

export interface NoScreenProps {
  /** `null`: the tablet was given none. */
  readonly job: Job | null
  readonly pairing: Paired
}

/** There is nothing to do here; says why, and leaves the way to the other jobs open. */
export function NoScreen({ job, pairing }: NoScreenProps) {
  const { page } = useLive(useServices().flow)
  const { t } = useText()
  const words = t.kiosk.jobs
  usePreloadedPages()
  return (
    <>
      <div className={styles['screen']} data-screen="no-screen" inert={page !== null}>
        <TopBar pairing={pairing} />
        <EmptyState
          headingLevel={1}
          illustration="update"
          title={job === null ? words.none : words.not_yet({ job: t.common.jobs[job] })}
        >
          {job === null ? words.none_text : words.not_yet_text}
        </EmptyState>
      </div>
      {page !== null && <PageAbove page={page} />}
    </>
  )
}
