import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import { percentile } from '../scan/timing'
import styles from './diagnostics-list.module.css'

const MEGABYTE = 1024 * 1024

/** Everything a person on the telephone may ask for, as a list of names and values. */
export function DiagnosticsList() {
  const { kiosk, trail } = useServices()
  const { t } = useText()
  const diagnostics = useLive(kiosk.live.diagnostics)
  const errors = useLive(trail)
  const queue = useLive(kiosk.live.queue)
  const words = t.kiosk.tablet
  const incarnation = diagnostics.incarnation
  const latest = Math.max(0, ...queue.filter(({ recovered }) => !recovered).map(({ seq }) => seq))
  const rows: readonly (readonly [name: string, value: string])[] = [
    ...useScanRows(),
    ...useStorageRows(),
    [words.version, diagnostics.app_version],
    [words.device, diagnostics.device_id ?? words.unknown],
    [words.pairing, incarnation === null ? words.unknown : String(incarnation)],
    [words.sequence, latest === 0 ? words.none : t.kiosk.queue.number({ seq: latest })],
    [words.last_error, diagnostics.last_push_error ?? words.none],
    [words.trail, errors.length === 0 ? words.none : errors.join('\n')],
  ]
  return (
    <dl className={styles['list']}>
      {rows.map(([name, value]) => (
        <div className={styles['row']} key={name}>
          <dt className={styles['name']}>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useScanRows() {
  const { scanner } = useServices()
  const { t, format } = useText()
  const { decoder, times } = useLive(scanner.stats)
  const words = t.kiosk.tablet
  const share = (list: readonly number[]) => {
    const [p50, p95] = [percentile(list, 0.5), percentile(list, 0.95)]
    if (p50 === null || p95 === null) return words.no_measure
    const text = (ms: number) => format.number(Math.round(ms))
    return words.half_and_most({ p50: text(p50), p95: text(p95) })
  }
  return [
    [words.decoder, decoder === null || decoder === 'none' ? words.decoder_none : decoder],
    [words.frame_to_decoded, share(times.decode)],
    [words.frame_to_signal, share(times.signal)],
    [words.frame_to_answer, share(times.answer)],
  ] as const
}

function useStorageRows() {
  const { kiosk } = useServices()
  const { t, format } = useText()
  const { storage_persisted: persisted, offset_ms: offset } = useLive(kiosk.live.status)
  const diagnostics = useLive(kiosk.live.diagnostics)
  const words = t.kiosk.tablet
  const size = (bytes: number | null) =>
    bytes === null
      ? words.unknown
      : words.megabytes({ size: format.number(Math.round((bytes / MEGABYTE) * 10) / 10) })
  const { storage_used_bytes: used, storage_quota_bytes: quota } = diagnostics
  return [
    [words.starts_offline, yesOrNo(diagnostics.starts_offline)],
    [words.persisted, yesOrNo(persisted)],
    [words.used, words.used_of({ used: size(used), quota: size(quota) })],
    [words.rows, format.number(useLive(kiosk.live.replicaRows))],
    [words.offset, offset === null ? words.unknown : offsetText(offset)],
  ] as const

  function yesOrNo(value: boolean | null): string {
    if (value === null) return words.unknown
    return value ? words.yes : words.no
  }

  function offsetText(ms: number): string {
    const by = format.duration(Math.abs(ms))
    if (Math.abs(ms) < 1_000) return words.offset_none
    return ms < 0 ? words.offset_ahead({ by }) : words.offset_behind({ by })
  }
}
