import { useText } from '../app/text'
import type { IdentifiedCard } from '../kiosk'
import { CardSlip } from './card-slip'
import { WorkingLayer } from './working-layer'

export interface WorkingProps {
  /** `null`: an undo. */
  readonly card: IdentifiedCard | null
}

/** Shows which card was read, while the answer is on its way. */
export function Working({ card }: WorkingProps) {
  const { t } = useText()
  const words = t.kiosk.working
  return (
    <WorkingLayer text={card === null ? words.undoing : words.stamping}>
      <CardSlip card={card} />
    </WorkingLayer>
  )
}
