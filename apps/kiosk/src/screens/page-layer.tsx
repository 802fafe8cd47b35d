import { Button } from '@counterfoil/ui'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { Layer } from './layer'
import styles from './page-layer.module.css'

export interface PageLayerProps {
  readonly screen: string
  readonly title: string
  readonly children: ReactNode
  /** At the right of the title. */
  readonly action?: ReactNode
}

/** A page over the scanner: title, way back, content. */
export function PageLayer({ screen, title, children, action }: PageLayerProps) {
  const stage = useStage()
  const { t } = useText()
  return (
    <Layer label={title} screen={screen}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <Button
            aria-label={t.kiosk.home.start}
            className={styles['back']}
            icon={<ArrowLeft aria-hidden />}
            onClick={() => stage.send({ type: 'home' })}
          >
            <span className={styles['backText']}>{t.common.action.back}</span>
          </Button>
          <h1 className={styles['title']}>{title}</h1>
          {action !== undefined && <div className={styles['action']}>{action}</div>}
        </header>
        {children}
      </div>
    </Layer>
  )
}
