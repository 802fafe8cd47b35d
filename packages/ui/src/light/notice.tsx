import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { cx } from '../cx'
import { useCommonText } from '../language'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import { IconButton } from './button'
import styles from './notice.module.css'

const MARKS = {
  neutral: Info,
  brand: Info,
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
} satisfies Record<Tone, unknown>

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly onDismiss?: () => void
  /** A strip across the top of a page instead of a box in it. */
  readonly banner?: boolean
  /** `assertive` only for what stops the work at hand. */
  readonly live?: 'off' | 'polite' | 'assertive'
}

/** Says what happened, what to do, and that nothing is lost when nothing is. */
export function Notice(props: NoticeProps) {
  const { tone = 'info', title, children, action, onDismiss, banner, live = 'off' } = props
  const { action: words } = useCommonText()
  const Mark = MARKS[tone]
  return (
    <div
      className={cx(styles['notice'], tones[tone], banner && styles['banner'])}
      role={live === 'off' ? undefined : live === 'polite' ? 'status' : 'alert'}
    >
      <span className={styles['mark']}>
        <Mark aria-hidden />
      </span>
      <div className={styles['text']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className={styles['actions']}>{action}</div>}
      </div>
      {onDismiss !== undefined && (
        <IconButton
          className={styles['close']}
          icon={<X aria-hidden />}
          label={words.dismiss}
          onClick={onDismiss}
          size="small"
        />
      )}
    </div>
  )
}
