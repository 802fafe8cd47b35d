import { VisuallyHidden } from '@counterfoil/ui'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './first-sync.module.css'
import { Trouble } from './trouble'

/** Cards and people are on their way for the first time; says when the network is the reason. */
export function FirstSync({ rows }: { readonly rows: number }) {
  const { kiosk } = useServices()
  const { t, format } = useText()
  const offline = useLive(kiosk.live.status).network === 'offline'
  const words = t.kiosk.first_sync
  return (
    <Trouble
      picture={offline ? 'offline' : 'update'}
      screen="first-sync"
      title={offline ? words.interrupted : words.title}
    >
      <p>{offline ? words.interrupted_text : words.text}</p>
      <p aria-hidden className={styles['rows']}>
        {words.rows({ rows: format.number(rows) })}
      </p>
      <div className={styles['track']} data-paused={offline}>
        <span className={styles['ink']} />
      </div>
      <VisuallyHidden>
        <span role="status">{offline ? words.interrupted : words.title}</span>
      </VisuallyHidden>
    </Trouble>
  )
}
