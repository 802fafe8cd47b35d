import { cx, VisuallyHidden } from '@counterfoil/ui'
import type { PinStep } from '../app/flow-state'
import { useText } from '../app/text'
import styles from './pin-dots.module.css'

/** As many dots as the PIN has digits. A screen reader hears how many, never which. */
export function PinDots({ step }: { readonly step: PinStep }) {
  const { t } = useText()
  const { pin_length: length, digits, checking } = step
  const filled = checking ? length : digits.length
  const words = t.kiosk.pin
  return (
    <div className={cx(styles['dots'], checking && styles['checking'])}>
      {Array.from({ length }, (_, index) => (
        <span
          aria-hidden
          className={cx(styles['dot'], index < filled && styles['full'])}
          key={index}
        />
      ))}
      <VisuallyHidden>
        <span aria-live="polite" data-pin-progress={filled}>
          {checking
            ? words.checking
            : filled === 0
              ? words.empty({ length })
              : words.progress({ digit: filled, length })}
        </span>
      </VisuallyHidden>
    </div>
  )
}
