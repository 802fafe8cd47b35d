import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import { IconButton } from '../light/button'
import styles from './side-panel.module.css'
import { useMedia } from './use-media'

export interface SidePanelProps {
  readonly title: ReactNode
  /** One quiet line under the title. */
  readonly meta?: ReactNode
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The list and, when something is open, its panel beside it; the list keeps its place. */
export function SplitView({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  const hasPanel = panel !== null && panel !== undefined && panel !== false
  const isNarrow = useMedia(NARROW)
  return (
    <div className={cx(styles['split'], hasPanel && !isNarrow && styles['withPanel'])}>
      <div>{children}</div>
      {panel}
    </div>
  )
}

const NARROW = '(max-width: 68rem)'

/** Details of one thing: beside its list where there is room, a full sheet where there is none. */
export function SidePanel(props: SidePanelProps) {
  const isNarrow = useMedia(NARROW)
  const titleId = useId()
  if (!isNarrow) return <BesideList {...props} titleId={titleId} />
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Modal className={styles['sheet'] ?? ''}>
        <Dialog aria-labelledby={titleId}>
          <Inner {...props} titleId={titleId} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type InnerProps = SidePanelProps & { readonly titleId: string }

function BesideList(props: InnerProps) {
  const { onClose, titleId } = props
  const ref = useRef<HTMLElement>(null)
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  })
  useEffect(() => {
    // Into the panel when it opens, back to the row when it closes; j and k leave focus in the list.
    const before = document.activeElement
    ref.current?.querySelector('h2')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <aside aria-labelledby={titleId} className={styles['panel']} ref={ref}>
      <Inner {...props} />
    </aside>
  )
}

function Inner({ title, meta, titleId, onClose, actions, children }: InnerProps) {
  const words = useCommonText()
  return (
    <div className={styles['inner']}>
      <header className={styles['head']}>
        <div>
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {meta !== undefined && <p className={styles['meta']}>{meta}</p>}
        </div>
        <IconButton
          icon={<X aria-hidden />}
          label={words.action.close}
          onClick={onClose}
          size="small"
        />
      </header>
      <div className={styles['body']}>{children}</div>
      {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
    </div>
  )
}
