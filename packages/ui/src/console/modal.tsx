import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Dialog, Heading, ModalOverlay, Modal as AriaModal } from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import { Button, IconButton } from '../light/button'
import styles from './modal.module.css'

export interface ModalProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: 'medium' | 'large'
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  /** Buttons, the main one last. A form brings its own. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A dialog in which menus and selects work; Escape and the cross close it, a click outside does not. */
export function Modal(props: ModalProps) {
  const { open, onClose, title, size = 'medium', role = 'dialog', actions, children } = props
  const words = useCommonText()
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <AriaModal className={cx(styles['modal'], size === 'large' && styles['large'])}>
        <Dialog className={styles['dialog'] ?? ''} role={role}>
          <header className={styles['head']}>
            <Heading slot="title">{title}</Heading>
            <IconButton
              icon={<X aria-hidden />}
              label={words.action.close}
              onClick={onClose}
              size="small"
            />
          </header>
          <div className={styles['body']}>
            {children}
            {actions !== undefined && <ModalActions>{actions}</ModalActions>}
          </div>
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  )
}

/** The row of buttons at the foot of a modal or a form in it. */
export function ModalActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly title: string
  /** What will happen, and what will not. */
  readonly children: ReactNode
  /** The deed itself: "Revoke tablet", never "OK". */
  readonly confirmLabel: string
  readonly tone?: 'primary' | 'danger'
  readonly busy?: boolean
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, onConfirm, title, children, confirmLabel, tone = 'primary', busy } = props
  const words = useCommonText()
  return (
    <Modal
      actions={
        <>
          <Button onClick={onClose}>{words.action.cancel}</Button>
          <Button busy={busy} onClick={onConfirm} variant={tone}>
            {confirmLabel}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      role="alertdialog"
      title={title}
    >
      {children}
    </Modal>
  )
}
