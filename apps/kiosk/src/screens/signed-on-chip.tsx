import { Button } from '@counterfoil/ui'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { usePart } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import styles from './signed-on-chip.module.css'

/** Who is signed on, so that nobody stamps in another's name; no name once nobody is here. */
export function SignedOnChip() {
  const { flow } = useServices()
  const { t, format } = useText()
  const signed_on = usePart(flow, (state) => state.signed_on)
  const resting = usePart(flow, (state) => state.resting)
  const now = useServerNow()
  if (signed_on === null || signed_on.until <= now) return null
  const until = format.time(signed_on.until)
  const name = signed_on.name.split(' ')[0] ?? signed_on.name
  const words = t.kiosk.home
  return (
    <div className={styles['chip']}>
      <p className={styles['text']}>
        {resting ? words.someone_signed_on({ until }) : words.signed_on({ name, until })}
      </p>
      <Button onClick={() => flow.send({ type: 'sign_off' })}>{words.sign_off}</Button>
    </div>
  )
}
