import { Button, Notice } from '@counterfoil/ui'
import { memo, useState } from 'react'
import { type Attention, chooseAttention } from '../app/attention'
import { useServices } from '../app/services-context'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './attention-strip.module.css'

/** At most one thing that wants attention, with its one action. */
export const AttentionStrip = memo(function AttentionStrip({
  className,
}: {
  readonly className?: string | undefined
}) {
  const { kiosk } = useServices()
  const status = useLive(kiosk.live.status)
  const notices = useLive(kiosk.live.notices)
  const [left, setLeft] = useState(false)
  const kind = chooseAttention(status, notices.length, left)
  return kind === null ? null : (
    <div className={className} data-attention={kind}>
      <OneThing kind={kind} onLeave={() => setLeft(true)} />
    </div>
  )
})

interface OneThingProps {
  readonly kind: Attention
  /** Nothing more is to be said of the storage. */
  readonly onLeave: () => void
}

function OneThing({ kind, onLeave }: OneThingProps) {
  const { kiosk, onUnexpected } = useServices()
  const stage = useStage()
  const { t } = useText()
  const notices = useLive(kiosk.live.notices)
  const [refused, setRefused] = useState(false)
  const words = t.kiosk.trouble

  async function keepStorage(): Promise<void> {
    try {
      if (await kiosk.persistStorage()) onLeave()
      else setRefused(true)
    } catch (error) {
      onUnexpected(error)
      setRefused(true)
    }
  }

  switch (kind) {
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
            <Button onClick={() => stage.send({ type: 'open', page: 'notices' })}>
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
            refused ? undefined : (
              <Button onClick={() => void keepStorage()}>{words.persist_action}</Button>
            )
          }
          banner
          live="polite"
          onDismiss={onLeave}
          title={words.persist}
          tone="warn"
        >
          {refused ? (
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
}
