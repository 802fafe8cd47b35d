import { useId } from 'react'
import styles from './logo.module.css'

/** A slip with its counterfoil: notches and holes along the tear, a stamp's tick on the part kept. */
export function LogoMark({ title }: { readonly title?: string }) {
  const mask = useId()
  return (
    <svg
      aria-hidden={title === undefined ? true : undefined}
      aria-label={title}
      className={styles['mark']}
      role={title === undefined ? undefined : 'img'}
      viewBox="0 0 32 32"
    >
      <mask id={mask}>
        <rect fill="#fff" height="32" width="32" />
        <g fill="#000">
          <circle cx="11" cy="5" r="2.6" />
          <circle cx="11" cy="27" r="2.6" />
          <circle cx="11" cy="11.4" r="1.15" />
          <circle cx="11" cy="16" r="1.15" />
          <circle cx="11" cy="20.6" r="1.15" />
        </g>
        <path
          d="m16 16.4 3.1 3.1 6-6.6"
          fill="none"
          stroke="#000"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="2.6"
        />
      </mask>
      <rect fill="currentColor" height="22" mask={`url(#${mask})`} rx="5" width="30" x="1" y="5" />
    </svg>
  )
}

export function Logo() {
  return (
    <span className={styles['logo']}>
      <LogoMark />
      Counterfoil
    </span>
  )
}
