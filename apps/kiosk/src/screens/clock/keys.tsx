import { MINUTE, type PunchAction } from '@counterfoil/domain'
import { Button, cx } from '@counterfoil/ui'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Coffee from 'lucide-react/icons/coffee'
import LogIn from 'lucide-react/icons/log-in'
import LogOut from 'lucide-react/icons/log-out'
import { useEffect, useState } from 'react'
import type { ClockFlow } from '../../app/clock/store'
import type { KeysStep } from '../../app/clock/state'
import { suggestPunch } from '../../app/clock/suggestion'
import { useText } from '../../app/text'
import { whenText } from '../../app/when'
import { useAnswered } from '../../hooks/use-answered'
import { useServerNow } from '../../hooks/use-server-now'
import type { OwnClock } from '../../kiosk-clock'
import { Layer } from '../layer'
import { DayLine } from './day-line'
import styles from './keys.module.css'

const ICONS = { in: LogIn, out: LogOut, break_start: Coffee, break_end: Coffee } satisfies Record<
  PunchAction,
  unknown
>

/** Tablets ask twice a minute; what is older may have missed something told elsewhere. */
const FRESH = 2 * MINUTE

/** One person's own state, and the three things that can be told the clock. */
export function Keys({ flow, step }: { readonly flow: ClockFlow; readonly step: KeysStep }) {
  const { t } = useText()
  const { signed_on, own } = step
  const [now] = useState(useServerNow())
  useAnswered()
  useEnd(flow, signed_on.until)
  const words = t.clock
  const suggested = suggestPunch(own, now)
  const actions: readonly PunchAction[] = [
    'in',
    own.presence === 'break' ? 'break_end' : 'break_start',
    'out',
  ]
  return (
    <Layer label={signed_on.name} screen="clock-keys">
      <div className={styles['keys']}>
        <header className={styles['head']}>
          <h1 className={styles['name']}>{signed_on.name}</h1>
          <Present now={now} own={own} />
        </header>
        <DayLine day={own.today} />
        <div aria-label={words.keys_label} className={styles['choices']} role="group">
          {actions.map((action) => {
            const Icon = ICONS[action]
            return (
              <button
                className={cx(styles['key'], action === suggested && styles['suggested'])}
                data-suggested={action === suggested || undefined}
                key={action}
                onClick={() => flow.send({ type: 'punch', action })}
                type="button"
              >
                <Icon aria-hidden />
                {words.keys[action]}
              </button>
            )
          })}
        </div>
        <footer className={styles['ways']}>
          <Button
            icon={<CalendarDays aria-hidden />}
            onClick={() => flow.send({ type: 'hours', open: true })}
          >
            {words.hours}
          </Button>
          <Button onClick={() => flow.send({ type: 'home' })} variant="quiet">
            {t.kiosk.idle.leave}
          </Button>
        </footer>
      </div>
    </Layer>
  )
}

function Present({ own, now }: { readonly own: OwnClock; readonly now: number }) {
  const { t, format } = useText()
  const { presence, since, today } = own
  const when = since === null ? '' : whenText(format, since, now)
  const stale = own.as_of !== null && now - own.as_of > FRESH
  return (
    <>
      <p className={styles['state']} data-presence={presence}>
        <span className={styles['dot']} />
        <span>
          {presence === 'out' ? t.clock.presence.out : t.clock.presence[presence]({ when })}
        </span>
        <span className={styles['hours']}>
          {today.worked === 0
            ? t.clock.nothing_today
            : t.clock.worked_today({ hours: format.duration(today.worked) })}
        </span>
      </p>
      {stale && (
        <p className={styles['known']}>
          {t.clock.known_until({ when: whenText(format, own.as_of ?? now, now) })}
        </p>
      )}
    </>
  )
}

/** With the sign-on ends what could be done under it, and nobody's hours stay on screen. */
function useEnd(flow: ClockFlow, until: number): void {
  const over = useServerNow() >= until
  useEffect(() => {
    if (over) flow.send({ type: 'home' })
  }, [flow, over])
}
