import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { cx } from '../cx'
import { useCommonText } from '../language'
import { Button, IconButton } from '../light/button'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './toasts.module.css'

export interface Toast {
  readonly title: string
  readonly text?: string
  readonly tone?: Tone
  /** With an action it stays until it is dismissed. */
  readonly action?: { readonly label: string; readonly onAction: () => void }
}

interface Shown extends Toast {
  readonly id: number
}

const Show = createContext<((toast: Toast) => void) | undefined>(undefined)

/** `const toast = useToast(); toast({ title: 'Tablet revoked' })`. Throws outside the provider. */
export function useToast(): (toast: Toast) => void {
  const show = use(Show)
  if (show === undefined) throw new Error('useToast stands outside its provider')
  return show
}

const STAYS_MS = 6000

/** Holds the toasts at the corner of the page; they are announced politely. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const { notifications } = useCommonText()
  const show = useCallback((toast: Toast) => {
    next.current += 1
    const shown = { ...toast, id: next.current }
    setToasts((before) => [...before.slice(-2), shown])
  }, [])
  const dismiss = useCallback(
    (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
    [],
  )
  return (
    <Show value={show}>
      {children}
      {createPortal(
        <section
          aria-label={notifications}
          aria-live="polite"
          className={styles['region']}
          data-react-aria-top-layer="true"
        >
          {toasts.map((toast) => (
            <ToastCard key={toast.id} onDismiss={dismiss} toast={toast} />
          ))}
        </section>,
        document.body,
      )}
    </Show>
  )
}

interface ToastCardProps {
  readonly toast: Shown
  readonly onDismiss: (id: number) => void
}

function ToastCard({ toast, onDismiss }: ToastCardProps) {
  const { action: words } = useCommonText()
  const [isHeld, setHeld] = useState(false)
  const { id, action } = toast
  useEffect(() => {
    if (isHeld || action !== undefined) return
    const timer = setTimeout(() => onDismiss(id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [id, action, isHeld, onDismiss])
  return (
    <div
      className={cx(styles['toast'], tones[toast.tone ?? 'ok'])}
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <div className={styles['text']}>
        <strong>{toast.title}</strong>
        {toast.text !== undefined && <span className={styles['more']}>{toast.text}</span>}
      </div>
      {action !== undefined && (
        <Button
          onClick={() => {
            action.onAction()
            onDismiss(id)
          }}
          size="small"
        >
          {action.label}
        </Button>
      )}
      <IconButton
        icon={<X aria-hidden />}
        label={words.dismiss}
        onClick={() => onDismiss(id)}
        size="small"
      />
    </div>
  )
}
