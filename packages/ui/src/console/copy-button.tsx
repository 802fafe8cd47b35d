import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useEffect, useState } from 'react'
import { useCommonText } from '../language'
import { Button } from '../light/button'

export interface CopyButtonProps {
  readonly text: string
  /** "Copy" when left out. */
  readonly label?: string
  readonly size?: 'small' | 'medium'
  /** The browser may refuse; then the text must be shown to be copied by hand. */
  readonly onRefused: () => void
}

export function CopyButton({ text, label, size = 'small', onRefused }: CopyButtonProps) {
  const { action, state } = useCommonText()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      onRefused()
    }
  }
  return (
    <Button
      icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      onClick={() => void copy()}
      size={size}
    >
      <span aria-live="polite">{isCopied ? state.copied : (label ?? action.copy)}</span>
    </Button>
  )
}
