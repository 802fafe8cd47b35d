import { useText } from '../../app/text'
import type { DoorDeed } from '../../door-desk'
import { WorkingLayer } from '../working-layer'
import styles from '../working.module.css'

/** Shows whose ticket was read, while the answer is on its way. */
export function DoorWorking({ deed }: { readonly deed: DoorDeed | null }) {
  const { t } = useText()
  const name = deed === null || deed.kind === 'walk_in' ? null : deed.ticket.name
  return (
    <WorkingLayer text={deed === null ? t.kiosk.working.undoing : t.door.working}>
      {name !== null && <p className={styles['text']}>{name}</p>}
    </WorkingLayer>
  )
}
