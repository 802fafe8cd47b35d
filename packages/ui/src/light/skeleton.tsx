import type { CSSProperties } from 'react'
import { useCommonText } from '../language'
import styles from './skeleton.module.css'
import { VisuallyHidden } from './visually-hidden'

const WIDTHS = ['92%', '74%', '84%', '58%']

/** One bar where a text will be. Decorative: say "loading" once, beside it. */
export function SkeletonBar({ width = '70%', height }: { width?: string; height?: string }) {
  const size: CSSProperties = { width, height }
  return <span aria-hidden className={styles['bar']} style={size} />
}

/** The shape of what is coming, instead of a spinner. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { state } = useCommonText()
  return (
    <div className={styles['stack']} role="status">
      <VisuallyHidden>{state.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonBar key={line} width={WIDTHS[line % WIDTHS.length] ?? '70%'} />
      ))}
    </div>
  )
}
