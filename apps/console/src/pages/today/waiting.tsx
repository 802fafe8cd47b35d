import { Notice } from '@counterfoil/ui'
import { LinkTo } from '../../components/link-to'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import type { TodayAnswer } from './today-page'
import styles from './today.module.css'

/** Decisions and quiet tablets; or the good news that there are none. */
export function Waiting({ today }: { readonly today: TodayAnswer }) {
  const { t } = useText()
  const words = t.console.today
  const isClear = today.open_reviews === 0 && today.quiet_devices.length === 0
  return (
    <section className={styles['section']}>
      <h2>{words.waiting}</h2>
      {isClear && (
        <Notice title={words.all_clear.title} tone="ok">
          {words.all_clear.text}
        </Notice>
      )}
      {today.open_reviews > 0 && (
        <Notice
          action={
            <LinkTo look={{ variant: 'primary', size: 'small' }} to="/reviews">
              {words.reviews_action}
            </LinkTo>
          }
          title={words.reviews({ reviews: today.open_reviews })}
          tone="brand"
        >
          {words.reviews_text}
        </Notice>
      )}
      {today.quiet_devices.map((device) => (
        <QuietTablet device={device} key={device.id} />
      ))}
    </section>
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
    <Notice
      action={
        <LinkTo look={{ size: 'small' }} to={`/stores?tablet=${device.id}`}>
          {words.quiet_action}
        </LinkTo>
      }
      title={words.quiet({ label: device.label })}
      tone="warn"
    >
      {last} {pending > 0 && words.quiet_pending({ pending })}
    </Notice>
  )
}
