import { Button, EmptyState } from '@counterfoil/ui'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect } from 'react'
import { firstName } from '../../app/clock/result-view'
import type { ClockFlow } from '../../app/clock/store'
import type { KeysStep } from '../../app/clock/state'
import { useText } from '../../app/text'
import { whenText } from '../../app/when'
import { useServerNow } from '../../hooks/use-server-now'
import type { OwnDay } from '@counterfoil/domain'
import { Layer } from '../layer'
import { DayLine } from './day-line'
import styles from './hours.module.css'

/** One's own last two weeks, and how much of them this tablet knows. */
export function Hours({ flow, step }: { readonly flow: ClockFlow; readonly step: KeysStep }) {
  const { t, format } = useText()
  const { own, signed_on } = step
  const now = useServerNow()
  const over = now >= signed_on.until
  useEffect(() => {
    if (over) flow.send({ type: 'home' })
  }, [flow, over])
  const words = t.clock
  const title = words.hours_of({ name: firstName(signed_on.name) })
  const known =
    own.as_of === null
      ? words.hours_known_here
      : words.hours_known({ when: whenText(format, own.as_of, now) })
  return (
    <Layer label={title} screen="clock-hours">
      <div className={styles['page']}>
        <header className={styles['head']}>
          <Button
            icon={<ArrowLeft aria-hidden />}
            onClick={() => flow.send({ type: 'hours', open: false })}
          >
            {t.common.action.back}
          </Button>
          <h1 className={styles['title']}>{title}</h1>
        </header>
        {own.days.length === 0 ? (
          <EmptyState title={words.hours_none}>{known}</EmptyState>
        ) : (
          <>
            <p className={styles['known']}>{known}</p>
            <ul className={styles['days']}>
              {own.days.map((day) => (
                <Day day={day} key={day.day} />
              ))}
            </ul>
            <p className={styles['total']}>
              <span>{words.hours_total}</span>
              <strong>{own.worked === 0 ? '–' : format.duration(own.worked)}</strong>
            </p>
          </>
        )}
      </div>
    </Layer>
  )
}

function Day({ day }: { readonly day: OwnDay }) {
  const { t, format } = useText()
  return (
    <li className={styles['day']}>
      <span className={styles['date']}>{format.day(day.from)}</span>
      <DayLine day={day} small />
      <span className={styles['worked']}>
        {day.worked === 0 ? '–' : format.duration(day.worked)}
        {day.paused > 0 && (
          <span className={styles['paused']}>
            {t.clock.paused({ hours: format.duration(day.paused) })}
          </span>
        )}
      </span>
      {day.unclear && (
        <span className={styles['unclear']}>
          <TriangleAlert aria-hidden />
          {t.clock.day_unclear}
        </span>
      )}
    </li>
  )
}
