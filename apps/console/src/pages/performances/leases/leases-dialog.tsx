import type { Device, Performance, PerformanceLeases } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { RadioGroup } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useDevices } from '../../../api/devices'
import { useLeases, useSetLeases } from '../../../api/performances'
import { FormDialog } from '../../../components/form-dialog'
import { useDone } from '../../../components/use-done'
import { useText } from '../../../text'
import { DoorPlaces, type Places } from './door-places'
import styles from './leases.module.css'

interface LeasesDialogProps {
  readonly performance: Performance
  readonly onClose: () => void
}

/** Splits an evening's room among the doors that may go offline together. */
export function LeasesDialog({ performance, onClose }: LeasesDialogProps) {
  const leases = useLeases(performance.id)
  const devices = useDevices()
  if (leases.data === undefined || devices.data === undefined) return <Skeleton lines={4} />
  const doors = devices.data.filter(
    ({ jobs, status }) => jobs.includes('door') && status === 'paired',
  )
  const form = { leases: leases.data.leases, doors, performance, onClose }
  return <LeasesForm {...form} />
}

type Mode = PerformanceLeases['mode']

interface LeasesFormProps extends LeasesDialogProps {
  readonly leases: PerformanceLeases
  readonly doors: readonly Device[]
}

function LeasesForm({ performance, onClose, leases, doors }: LeasesFormProps) {
  const { t, format } = useText()
  const words = t.console.leases
  const [mode, setMode] = useState<Mode>(leases.mode)
  const [places, setPlaces] = useState<Places>(() => placesNow(leases, doors))
  const write = useSetLeases()
  const done = useDone(onClose)
  const sum = doors.reduce((total, { id }) => total + (places[id] ?? 0), 0)
  const tooMany = mode === 'manual' && sum > leases.room
  const chosen = doors.map(({ id: device_id }) => ({
    device_id,
    places: mode === 'manual' ? (places[device_id] ?? 0) : null,
  }))
  const submit = () => {
    if (tooMany || (mode !== 'off' && doors.length === 0)) return
    const body = { mode, doors: mode === 'off' ? [] : chosen }
    const said = mode === 'off' ? words.returned : words.done
    write.mutate({ params: { id: performance.id }, body }, done(said))
  }
  const [split, room] = [format.number(sum), format.number(leases.room)]
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={words.save}
      title={words.title}
      write={write}
    >
      <p className={styles['lead']}>{words.lead}</p>
      <RadioGroup cards label={words.mode} onChange={setMode} options={useModes()} value={mode} />
      {mode === 'manual' && doors.length > 0 && (
        <>
          <DoorPlaces doors={doors} onChange={setPlaces} places={places} room={leases.room} />
          <p aria-live="polite" className={tooMany ? styles['over'] : styles['sum']}>
            {tooMany ? words.too_many({ room }) : words.split({ places: split, room })}
          </p>
        </>
      )}
      {mode !== 'off' && doors.length === 0 && <p className={styles['over']}>{words.no_doors}</p>}
    </FormDialog>
  )
}

function useModes() {
  const words = useText().t.console.leases
  const modes = ['off', 'automatic', 'manual'] as const
  return modes.map((value) => ({ value, label: words[value], hint: words[`${value}_hint`] }))
}

/** What each door has; where nothing is split yet, equal parts to start from. */
function placesNow({ doors, room }: PerformanceLeases, devices: readonly Device[]): Places {
  const equal = Math.floor(room / Math.max(1, devices.length))
  const known = new Map(doors.map(({ device_id, places }) => [device_id, places]))
  const start = known.size === 0 ? equal : 0
  return Object.fromEntries(devices.map(({ id }) => [id, known.get(id) ?? start]))
}
