import type { PerformanceLeases } from '@counterfoil/protocol'
import { useLeases } from '../../../api/performances'
import { useText } from '../../../text'
import styles from './leases.module.css'

type LeasedDoor = PerformanceLeases['doors'][number]

/** Which door has how many places of its own, and which still keeps some that it is to give back. */
export function KeptPlaces({ performance_id }: { readonly performance_id: string }) {
  const words = useText().t.console.leases
  const doors = useLeases(performance_id).data?.leases.doors ?? []
  if (doors.length === 0) return null
  return (
    <section className={styles['kept']}>
      <h2>{words.kept}</h2>
      <ul>
        {doors.map((door) => (
          <li key={door.device_id}>
            <span>{door.label}</span>
            <Places door={door} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ door: { places, held } }: { readonly door: LeasedDoor }) {
  const words = useText().t.console.leases
  const back = held - places
  return (
    <span className={styles['figures']}>
      {words.places({ places })}
      {back > 0 && <span className={styles['back']}>{words.gives_back({ places: back })}</span>}
    </span>
  )
}
