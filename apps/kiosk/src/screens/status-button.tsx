import { cx } from '@counterfoil/ui'
import ClockAlert from 'lucide-react/icons/clock-alert'
import Wifi from 'lucide-react/icons/wifi'
import WifiOff from 'lucide-react/icons/wifi-off'
import { useServices } from '../app/services-context'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import styles from './status-button.module.css'

/** Always in view: the network, what waits, how old our knowledge is, the clock. Opens the queue. */
export function StatusButton() {
  const { kiosk } = useServices()
  const stage = useStage()
  const { t, format } = useText()
  const status = useLive(kiosk.live.status)
  const now = useServerNow()
  const words = t.kiosk.status
  const online = status.network === 'online'
  const Icon = online ? Wifi : WifiOff
  const counts = [
    ...(status.waiting > 0 ? [words.waiting({ operations: status.waiting })] : []),
    ...(status.parked > 0 ? [words.parked({ operations: status.parked })] : []),
  ]
  return (
    <button
      className={cx(styles['status'], !online && styles['offline'])}
      data-network={status.network}
      data-waiting={status.waiting}
      onClick={() => stage.send({ type: 'open', page: 'queue' })}
      type="button"
    >
      <Icon aria-hidden className={styles['icon']} />
      <span className={styles['lines']}>
        <span className={styles['main']}>
          {online ? words.online : words.offline}
          {' · '}
          {counts.length === 0 ? words.all_sent : counts.join(' · ')}
        </span>
        <span className={styles['age']}>
          {status.last_sync_at === null
            ? words.never_synced
            : words.synced({ when: format.relative(status.last_sync_at, now) })}
          {status.clock_warning && (
            <span className={styles['clock']}>
              <ClockAlert aria-hidden />
              {words.clock}
            </span>
          )}
        </span>
      </span>
    </button>
  )
}
