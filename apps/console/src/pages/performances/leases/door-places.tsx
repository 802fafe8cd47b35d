import type { Device } from '@counterfoil/protocol'
import { NumberField } from '@counterfoil/ui/console'
import { useText } from '../../../text'
import styles from './leases.module.css'

export type Places = Readonly<Record<string, number>>

interface DoorPlacesProps {
  readonly doors: readonly Device[]
  readonly places: Places
  readonly room: number
  readonly onChange: (places: Places) => void
}

/** How many people each door may let in by itself. */
export function DoorPlaces({ doors, places, room, onChange }: DoorPlacesProps) {
  const words = useText().t.console.leases
  return (
    <fieldset className={styles['doors']}>
      <legend>{words.doors}</legend>
      {doors.map(({ id, label }) => {
        const set = (count: number) =>
          onChange({ ...places, [id]: Number.isNaN(count) ? 0 : count })
        return (
          <NumberField
            key={id}
            label={label}
            maxValue={room}
            minValue={0}
            onChange={set}
            onTyped={set}
            value={places[id] ?? 0}
          />
        )
      })}
    </fieldset>
  )
}
