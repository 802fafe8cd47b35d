import { LogoMark } from '@counterfoil/ui'
import type { ReactNode } from 'react'
import { useSettings } from '../../api/settings'
import { useText } from '../../text'
import styles from './paper-card.module.css'

export interface PaperCardProps {
  readonly program: {
    readonly name: string
    readonly reward: string
    readonly stamps_required: number
  }
  readonly number: string
  readonly qr: ReactNode
  /** What the code holds, to be typed where no camera is to be had. */
  readonly token: string
}

/** A card as it is printed: 85 by 54 mm, the code at the left, the words at the right. */
export function PaperCard({ program, number, qr, token }: PaperCardProps) {
  const { t } = useText()
  const settings = useSettings()
  const { name, reward, stamps_required: stamps } = program
  return (
    <article className={styles['card']}>
      <div className={styles['qr']}>
        {qr}
        <code className={styles['token']}>{token}</code>
      </div>
      <div className={styles['words']}>
        <p className={styles['merchant']}>{settings.data?.settings.merchant.name}</p>
        <p className={styles['name']}>{name}</p>
        <p className={styles['reward']}>
          {t.console.programs.preview_sentence({ stamps, reward })}
        </p>
        <p className={styles['number']}>
          <LogoMark /> {number}
        </p>
      </div>
    </article>
  )
}
