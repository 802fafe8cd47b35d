import type { LaggingDevice } from '@counterfoil/protocol'
import { Notice } from '@counterfoil/ui'
import { FormTextField } from '@counterfoil/ui/console'
import { useRef } from 'react'
import { useMoment } from '../../../components/use-moment'
import { useText } from '../../../text'

/** Who has not sent everything, since when; and a field to type the name of each. */
export function LaggingTablets(props: {
  readonly lagging: readonly LaggingDevice[]
  /** Told whether any name is being typed. */
  readonly onTyped: (any: boolean) => void
}) {
  const { lagging, onTyped } = props
  const names = useRef(new Map<string, string>())
  const words = useText().t.console.periods
  const owes = useOwes()
  if (lagging.length === 0) return null
  return (
    <>
      <Notice live="assertive" title={words.lag_title} tone="warn">
        <p>{words.lag_text}</p>
      </Notice>
      {lagging.map((device) => (
        <FormTextField
          autoComplete="off"
          hint={owes(device)}
          key={device.device_id}
          label={words.type_name({ tablet: device.label })}
          name={`name.${device.device_id}`}
          onChange={(name) => {
            names.current.set(device.device_id, name.trim())
            onTyped([...names.current.values()].some((each) => each !== ''))
          }}
        />
      ))}
    </>
  )
}

function useOwes() {
  const words = useText().t.console.periods
  const moment = useMoment()
  return ({ drained_at, waiting, parked, missing }: LaggingDevice): string => {
    if (missing > 0) return words.lag_missing({ missing })
    const all = waiting + parked
    if (drained_at === null) return words.lag_never({ waiting: all })
    return words.lag({ since: moment(drained_at), waiting: all })
  }
}
