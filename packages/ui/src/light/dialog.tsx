import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { useCommonText } from '../language'
import { IconButton } from './button'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the close button, or the page asking; the owner decides by changing `open`. */
  readonly onClose: () => void
  readonly title: string
  readonly children?: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  /** `false` when only an action may end it. */
  readonly dismissible?: boolean
}

/** A modal on the platform's own dialog: focus goes in, stays in, and comes back. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, children, actions, dismissible = true } = props
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { action } = useCommonText()

  useEffect(() => {
    const dialog = ref.current
    if (dialog === null) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])

  return (
    <dialog
      aria-labelledby={titleId}
      className={styles['dialog']}
      onCancel={(event) => {
        // The owner closes it; otherwise screen and state could part.
        event.preventDefault()
        if (dismissible) onClose()
      }}
      onClose={() => {
        // Chromium closes on a second Escape even when the first was prevented.
        if (open && dismissible) onClose()
        else if (open) ref.current?.showModal()
      }}
      ref={ref}
    >
      {open && (
        <>
          <div className={styles['body']}>
            <header className={styles['head']}>
              <h2 id={titleId}>{title}</h2>
              {dismissible && (
                <IconButton
                  className={styles['close']}
                  icon={<X aria-hidden />}
                  label={action.close}
                  onClick={onClose}
                  size="small"
                />
              )}
            </header>
            {children}
          </div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </>
      )}
    </dialog>
  )
}
