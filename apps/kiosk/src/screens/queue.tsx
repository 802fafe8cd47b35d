import { Button, EmptyState, Notice } from '@counterfoil/ui'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useState } from 'react'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import { PageLayer } from './page-layer'
import { QueueList } from './queue-list'
import styles from './queue.module.css'

/** What this tablet did and what became of it, in words a cashier understands. */
export function Queue() {
  const { kiosk, onUnexpected } = useServices()
  const { t, format } = useText()
  const status = useLive(kiosk.live.status)
  const queue = useLive(kiosk.live.queue)
  const diagnostics = useLive(kiosk.live.diagnostics)
  const now = useServerNow()
  const [details, setDetails] = useState(false)
  const [busy, setBusy] = useState(false)
  const words = t.kiosk.queue
  const offline = status.network === 'offline'

  async function sendNow(): Promise<void> {
    setBusy(true)
    try {
      await kiosk.retryNow()
    } catch (error) {
      onUnexpected(error)
    }
    setBusy(false)
  }

  return (
    <PageLayer
      action={
        <Button
          busy={busy}
          icon={<RefreshCw aria-hidden />}
          onClick={() => void sendNow()}
          variant="primary"
        >
          {words.retry}
        </Button>
      }
      screen="queue"
      title={words.title}
    >
      <Notice tone={offline ? 'warn' : 'ok'}>
        {offline ? words.offline : words.online}{' '}
        {status.last_sync_at !== null &&
          t.kiosk.status.synced({ when: format.relative(status.last_sync_at, now) })}
        {details && diagnostics.last_push_error !== null && (
          <span className={styles['line']}>
            {words.last_error({ error: diagnostics.last_push_error })}
          </span>
        )}
        {details && diagnostics.next_attempt_at !== null && (
          <span className={styles['line']}>
            {words.next_attempt({ when: format.timeWithSeconds(diagnostics.next_attempt_at) })}
          </span>
        )}
      </Notice>
      {queue.length === 0 ? (
        <EmptyState illustration={offline ? 'offline' : 'empty'} title={words.empty}>
          {words.empty_text}
        </EmptyState>
      ) : (
        <>
          <label className={styles['details']}>
            <input
              checked={details}
              onChange={(event) => setDetails(event.currentTarget.checked)}
              type="checkbox"
            />
            {words.details}
          </label>
          <QueueList details={details} entries={queue} />
        </>
      )}
    </PageLayer>
  )
}
