import { cx } from '@counterfoil/ui'
import Delete from 'lucide-react/icons/delete'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import styles from './pin-pad.module.css'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Keys of at least 88 px. The last digit hands the PIN in by itself. */
export function PinPad({
  checking,
  label,
}: {
  readonly checking: boolean
  readonly label?: string
}) {
  const stage = useStage()
  const { t } = useText()
  const digit = (value: string) => (
    <button
      aria-disabled={checking}
      className={styles['key']}
      key={value}
      onClick={() => stage.send({ type: 'digit', digit: value })}
      type="button"
    >
      {value}
    </button>
  )
  return (
    <div aria-label={label ?? t.kiosk.pin.pad} className={styles['pad']} role="group">
      {DIGITS.map(digit)}
      <span />
      {digit('0')}
      <button
        aria-disabled={checking}
        aria-label={t.kiosk.pin.erase}
        className={cx(styles['key'], styles['erase'])}
        onClick={() => stage.send({ type: 'erase' })}
        type="button"
      >
        <Delete aria-hidden />
      </button>
    </div>
  )
}
