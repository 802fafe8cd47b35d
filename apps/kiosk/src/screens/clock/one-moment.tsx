import { useText } from '../../app/text'
import { Layer } from '../layer'
import styles from './one-moment.module.css'

/** While the punch is written and the server asked: seldom seen. */
export function OneMoment() {
  const { t } = useText()
  return (
    <Layer label={t.clock.saving} screen="working">
      <p className={styles['moment']} role="status">
        {t.clock.saving}
      </p>
    </Layer>
  )
}
