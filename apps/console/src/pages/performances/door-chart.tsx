import { LaneChart } from '@counterfoil/ui/console'
import { useClock, useZoneFormat } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import styles from './performances.module.css'
import { type Door, isQuiet, useDoorName } from './use-doors'
import type { Span } from './use-span'

export interface DoorPartsProps {
  readonly title: string
  readonly doors: readonly Door[]
  readonly span: Span
  readonly time_zone: string
}

/** A strip of bars for each door, on one clock. */
export function DoorChart({ title, doors, span, time_zone }: DoorPartsProps) {
  const { t, format } = useText()
  const words = t.console.performances.page
  const inZone = useZoneFormat()(time_zone)
  const nameOf = useDoorName()
  const hasOut = doors.some(({ out }) => out > 0)
  return (
    <>
      <LaneChart
        formatPeak={(people, at) =>
          words.peak({ people: format.number(people), time: inZone.time(at) })
        }
        formatTime={inZone.time}
        from={span.from}
        label={title}
        lanes={doors.map((door) => ({
          id: door.device_id ?? 'other',
          label: nameOf(door),
          note: <DoorNote door={door} />,
          total:
            door.out > 0
              ? `${format.number(door.in)} / −${format.number(door.out)}`
              : format.number(door.in),
          values: door.minutes.map((minute) => ({
            at: Date.parse(minute.at),
            up: minute.in,
            down: minute.out,
          })),
        }))}
        step={span.step}
        until={span.until}
      />
      {hasOut && <p className={styles['hint']}>{words.down}</p>}
    </>
  )
}

/** Whether a door is quiet and since when; else when somebody last went through. */
function DoorNote({ door }: { readonly door: Door }) {
  const { page: words } = useText().t.console.performances
  const now = useNow(15_000)
  const clock = useClock()
  const { last_seen_at, minutes } = door
  const waiting = door.waiting ?? 0
  if (isQuiet(door, now)) {
    if (last_seen_at === null) return <span className={styles['warn']}>{words.never}</span>
    const when = clock(last_seen_at)
    return (
      <span className={styles['warn']}>
        {waiting > 0 ? words.quiet_waiting({ when, waiting }) : words.quiet({ when })}
      </span>
    )
  }
  if (waiting > 0) return words.waiting({ waiting })
  const last = minutes.at(-1)
  return last === undefined ? words.nobody_yet : words.latest({ when: clock(last.at) })
}
