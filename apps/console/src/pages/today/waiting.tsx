import { cx, Notice } from '@counterfoil/ui'
import Inbox from 'lucide-react/icons/inbox'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { LinkTo } from '../../components/link-to'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import type { TodayAnswer } from '../../api/today'
import styles from './today.module.css'

/** Decisions and quiet tablets; or the good news that there are none. */
export function Waiting({ today }: { readonly today: TodayAnswer }) {
  const { t } = useText()
  const words = t.console.today
  const isClear = today.open_reviews === 0 && today.quiet_devices.length === 0
  return (
    <section className={styles['section']}>
      <h2>{words.waiting}</h2>
      {isClear ? (
        <Notice title={words.all_clear.title} tone="ok">
          {words.all_clear.text}
        </Notice>
      ) : (
        <ul className={styles['waiting']}>
          {today.open_reviews > 0 && (
            <Row
              action={words.reviews_action}
              icon={<Inbox aria-hidden />}
              isFirst
              text={words.reviews_text}
              title={words.reviews({ reviews: today.open_reviews })}
              to="/reviews"
            />
          )}
          {today.quiet_devices.map((device) => (
            <QuietTablet device={device} key={device.id} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface RowProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly action: string
  readonly to: string
  readonly isFirst?: boolean
}

function Row({ icon, title, text, action, to, isFirst = false }: RowProps) {
  return (
    <li className={styles['row']}>
      <span className={cx(styles['mark'], !isFirst && styles['warn'])}>{icon}</span>
      <div className={styles['words']}>
        <h3>{title}</h3>
        <p className={styles['muted']}>{text}</p>
      </div>
      <LinkTo
        aria-label={`${action}: ${title}`}
        look={{ size: 'small', variant: isFirst ? 'primary' : 'secondary' }}
        to={to}
      >
        {action}
      </LinkTo>
    </li>
  )
}

function QuietTablet({ device }: { readonly device: TodayAnswer['quiet_devices'][number] }) {
  const { t } = useText()
  const words = t.console.today
  const moment = useMoment()
  const last =
    device.last_seen_at === null
      ? words.quiet_never
      : words.quiet_since({ when: moment(device.last_seen_at) })
  const pending = device.pending ?? 0
  return (
    <Row
      action={words.quiet_action}
      icon={<TriangleAlert aria-hidden />}
      text={pending > 0 ? `${last} ${words.quiet_pending({ pending })}` : last}
      title={words.quiet({ label: device.label })}
      to={`/stores?tablet=${device.id}`}
    />
  )
}
