import { LogoMark } from '@counterfoil/ui'
import type { ReactNode } from 'react'
import { useSettings } from '../../api/settings'
import { useText } from '../../text'
import { type Promised, promiseOf } from '../programs/program-promise'
import styles from './paper-card.module.css'

export interface PaperCardProps {
  readonly program: Promised & { readonly name: string }
  readonly number: string
  readonly qr: ReactNode
  /** What the code holds, to be typed where no camera is to be had. */
  readonly token: string
}

/** A card as it is printed: 85 by 54 mm, the code at the left, the words at the right. */
export function PaperCard({ program, number, qr, token }: PaperCardProps) {
  const { t } = useText()
  const settings = useSettings()
  return (
    <article className={styles['card']}>
      <div className={styles['qr']}>
        {qr}
        <code className={styles['token']}>{token}</code>
      </div>
      <div className={styles['words']}>
        <p className={styles['merchant']}>{settings.data?.settings.merchant.name}</p>
        <p className={styles['name']}>{program.name}</p>
        <p className={styles['reward']}>{promiseOf(program, t.console.programs)}</p>
        <p className={styles['number']}>
          <LogoMark /> {number}
        </p>
      </div>
    </article>
  )
}
