import { Button, Notice } from '@counterfoil/ui'
import { memo, useState } from 'react'
import { chooseAttention } from '../app/attention'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './attention-strip.module.css'

/** At most one thing that wants attention, with its one action. */
export const AttentionStrip = memo(function AttentionStrip() {
  const { kiosk, flow, onUnexpected } = useServices()
  const { t } = useText()
  const status = useLive(kiosk.live.status)
  const notices = useLive(kiosk.live.notices)
  const [persist, setPersist] = useState<'ask' | 'refused' | 'leave'>('ask')
  const words = t.kiosk.trouble

  async function keepStorage(): Promise<void> {
    try {
      setPersist((await kiosk.persistStorage()) ? 'leave' : 'refused')
    } catch (error) {
      onUnexpected(error)
      setPersist('refused')
    }
  }

  switch (chooseAttention(status, notices.length, persist === 'leave')) {
    case null:
      return null
    case 'quota':
      return (
        <Notice live="assertive" title={words.quota} tone="danger">
          {words.quota_text}
        </Notice>
      )
    case 'notices':
      return (
        <Notice
          action={
            <Button onClick={() => flow.send({ type: 'open', page: 'notices' })}>
              {t.kiosk.notices.look}
            </Button>
          }
          banner
          live="polite"
          title={t.kiosk.notices.strip({ notices: notices.length })}
          tone="warn"
        />
      )
    case 'clock':
      return (
        <Notice banner title={words.clock} tone="warn">
          <span className={styles['more']}>{words.clock_text}</span>
        </Notice>
      )
    case 'persist':
      return (
        <Notice
          action={
            persist === 'ask' ? (
              <Button onClick={() => void keepStorage()}>{words.persist_action}</Button>
            ) : undefined
          }
          banner
          live="polite"
          onDismiss={() => setPersist('leave')}
          title={words.persist}
          tone="warn"
        >
          {persist === 'refused' ? (
            words.persist_refused
          ) : (
            <span className={styles['more']}>{words.persist_text}</span>
          )}
        </Notice>
      )
    case 'update':
      return (
        <Notice
          action={<Button onClick={() => kiosk.applyUpdate()}>{words.update_action}</Button>}
          banner
          title={words.update}
          tone="info"
        >
          <span className={styles['more']}>{words.update_text}</span>
        </Notice>
      )
  }
})
