import { useText } from '../app/text'
import type { IdentifiedCard } from '../kiosk'
import { CardSlip } from './card-slip'
import styles from './working.module.css'

export interface WorkingProps {
  /** `null`: an undo. */
  readonly card: IdentifiedCard | null
}

/** Shows at once which card was read, while the answer is on its way. */
export function Working({ card }: WorkingProps) {
  const { t } = useText()
  const words = t.kiosk.working
  return (
    <div className={styles['working']} data-screen="working" role="status">
      <p className={styles['text']}>{card === null ? words.undoing : words.stamping}</p>
      <CardSlip card={card} />
    </div>
  )
}
