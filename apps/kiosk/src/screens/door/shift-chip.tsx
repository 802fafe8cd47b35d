import type { Id } from '@counterfoil/domain'
import { Button, IconButton } from '@counterfoil/ui'
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useText } from '../../app/text'
import { useLive, usePart } from '../../hooks/use-live'
import { useServerNow } from '../../hooks/use-server-now'
import { useDoor } from './door-context'
import styles from './shift-chip.module.css'

/** Which evening this is and who is signed on; the way to another. */
export function ShiftChip({ performanceId }: { readonly performanceId: Id }) {
  const { desk, flow } = useDoor()
  const { t, format } = useText()
  const evening = useLive(desk.performances)?.find(({ id }) => id === performanceId)
  const signed_on = usePart(flow, (state) => state.signed_on)
  const resting = usePart(flow, (state) => state.resting)
  const now = useServerNow()
  const carries = signed_on !== null && signed_on.until > now
  return (
    <div className={styles['chip']} data-shift={performanceId}>
      <div className={styles['text']}>
        <p className={styles['title']}>{evening?.title ?? ''}</p>
        <p className={styles['when']}>
          {evening !== undefined && format.dateTime(evening.starts_at, now)}
          {carries && !resting && <> · {signed_on.name.split(' ')[0] ?? signed_on.name}</>}
        </p>
      </div>
      {carries && (
        <Button onClick={() => flow.send({ type: 'sign_off' })}>{t.kiosk.home.sign_off}</Button>
      )}
      <IconButton
        icon={<ArrowLeftRight aria-hidden />}
        label={t.door.shift.change}
        onClick={() => flow.send({ type: 'change_shift' })}
        variant="secondary"
      />
    </div>
  )
}
