import type { Id } from '@counterfoil/domain'
import { useMemo, useSyncExternalStore } from 'react'
import { occupancyView } from '../../app/door/occupancy-view'
import { useServices } from '../../app/services-context'
import { useText } from '../../app/text'
import { usePart } from '../../hooks/use-live'
import { useDoor } from './door-context'
import styles from './occupancy-bar.module.css'

const hearNothing = () => () => undefined

interface OccupancyBarProps {
  readonly performanceId: Id
  /** Behind an answer: what that answer waits for goes first. */
  readonly covered: boolean
}

/** How full the house is, always in view, and honest about what nobody has told yet. */
export function OccupancyBar({ performanceId, covered }: OccupancyBarProps) {
  const { kiosk } = useServices()
  const { desk } = useDoor()
  const { t, format } = useText()
  const live = useMemo(() => desk.occupancy(performanceId), [desk, performanceId])
  const occupancy = useSyncExternalStore(covered ? hearNothing : live.subscribe, live.get)
  const online = usePart(kiosk.live.status, ({ network }) => network === 'online')
  if (occupancy === null) return null
  const { text, doubt, full, leased } = occupancyView(occupancy, online, t, format)
  return (
    <section
      aria-label={t.door.occupancy.label}
      className={styles['bar']}
      data-full={full >= 1 ? 'full' : undefined}
      data-inside={occupancy.inside}
    >
      <p className={styles['text']}>{text}</p>
      <div aria-hidden className={styles['track']}>
        <div className={styles['fill']} style={{ inlineSize: `${full * 100}%` }} />
      </div>
      {leased !== null && (
        <p className={styles['leased']} data-leased={occupancy.leased}>
          {leased}
        </p>
      )}
      {doubt !== null && <p className={styles['doubt']}>{doubt}</p>}
    </section>
  )
}
