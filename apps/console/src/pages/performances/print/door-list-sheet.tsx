import type { Performance, Ticket } from '@counterfoil/protocol'
import { cx } from '@counterfoil/ui'
import { useZoneFormat } from '../../../components/use-moment'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import { useWhen } from '../when'
import styles from './print.module.css'

export interface DoorListSheetProps {
  readonly performance: Performance
  /** By name. */
  readonly tickets: readonly Ticket[]
}

/** Longer parties get a line to count on instead of boxes. */
const MOST_BOXES = 12

/** Everybody who may come in, with a box for each person; who is in has a filled one. */
export function DoorListSheet({ performance, tickets }: DoorListSheetProps) {
  const { t, format } = useText()
  const words = t.console.door_print
  const guests = t.console.guests
  const when = useWhen()
  const now = useNow(60_000)
  const inZone = useZoneFormat()(performance.time_zone)
  return (
    <table className={styles['list']}>
      <caption>
        <span className={styles['head']}>{performance.title}</span>
        <span className={styles['sub']}>
          {when(performance)} · {words.as_of({ when: inZone.dateTime(now, now) })}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{guests.name}</th>
          <th className={styles['number']} scope="col">
            {guests.party}
          </th>
          <th scope="col">{guests.panel.admitted}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map(({ id, name, party_size, admitted }) => (
          <tr key={id}>
            <td className={styles['name']}>{name}</td>
            <td className={styles['number']}>{format.number(party_size)}</td>
            <td>
              <Boxes admitted={admitted} party={party_size} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Boxes({ admitted, party }: { readonly admitted: number; readonly party: number }) {
  const { guests: words } = useText().t.console
  if (party > MOST_BOXES) return words.in_of({ admitted, party })
  return (
    <span aria-label={words.in_of({ admitted, party })} className={styles['boxes']} role="img">
      {Array.from({ length: party }, (_, index) => (
        <span className={cx(styles['box'], index < admitted && styles['in'])} key={index} />
      ))}
    </span>
  )
}
