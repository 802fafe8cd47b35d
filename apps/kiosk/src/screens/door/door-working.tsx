import { useText } from '../../app/text'
import type { DoorDeed } from '../../door-desk'
import styles from '../working.module.css'

/** Shows at once whose ticket was read, while the answer is on its way. */
export function DoorWorking({ deed }: { readonly deed: DoorDeed | null }) {
  const { t } = useText()
  const name = deed === null || deed.kind === 'walk_in' ? null : deed.ticket.name
  return (
    <div className={styles['working']} data-screen="working" role="status">
      <p className={styles['text']}>{deed === null ? t.kiosk.working.undoing : t.door.working}</p>
      {name !== null && <p className={styles['text']}>{name}</p>}
    </div>
  )
}
