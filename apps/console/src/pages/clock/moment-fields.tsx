import { FormTextField } from '@counterfoil/ui/console'
import { useText } from '../../text'
import styles from './clock.module.css'

export interface MomentFieldsProps {
  readonly day: string
  readonly time: string
  /** The name of the field of the time, as the server names it in an error. */
  readonly timeName: string
}

/** A day and a time, as the store's clock shows them. */
export function MomentFields({ day, time, timeName }: MomentFieldsProps) {
  const { amendments: words } = useText().t.console
  return (
    <div className={styles['pair']}>
      <FormTextField defaultValue={day} isRequired label={words.day} name="day" type="date" />
      <FormTextField
        defaultValue={time}
        isRequired
        label={words.time}
        name={timeName}
        type="time"
      />
    </div>
  )
}
