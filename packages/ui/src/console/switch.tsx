import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import styles from './choice.module.css'

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly hint?: string
}

/** Takes effect at once; for what is saved with a form use a checkbox. */
export function Switch({ children, hint, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles['choice'] ?? ''}>
      <span className={styles['track']} />
      <span className={styles['words']}>
        {children}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
    </AriaSwitch>
  )
}
