import type {
  BodyOf,
  Device,
  ENDPOINTS,
  Performance,
  PerformanceLeases,
} from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { CheckboxGroup, RadioGroup } from '@counterfoil/ui/console'
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
type SetLeases = BodyOf<typeof ENDPOINTS.setPerformanceLeases>

interface LeasesFormProps extends LeasesDialogProps {
  readonly leases: PerformanceLeases
  readonly doors: readonly Device[]
}

function LeasesForm({ performance, onClose, leases, doors }: LeasesFormProps) {
  const { t, format } = useText()
  const words = t.console.leases
  const [mode, setMode] = useState<Mode>(leases.mode)
  const [places, setPlaces] = useState<Places>(() => placesNow(leases, doors))
  const [taking, setTaking] = useState(() => takingNow(leases, doors))
  const write = useSetLeases()
  const done = useDone(onClose)
  const sum = doors.reduce((total, { id }) => total + (places[id] ?? 0), 0)
  const tooMany = mode === 'manual' && sum > leases.room
  const chosen: Readonly<Record<Mode, NonNullable<SetLeases['doors']>>> = {
    off: [],
    automatic: taking.map((device_id) => ({ device_id, places: null })),
    manual: doors.map(({ id }) => ({ device_id: id, places: places[id] ?? 0 })),
  }
  const submit = () => {
    if (tooMany || (mode !== 'off' && chosen[mode].length === 0)) return
    const body = { mode, doors: chosen[mode] }
    const said = mode === 'off' ? words.returned : words.done
    write.mutate({ params: { id: performance.id }, body }, done(said))
  }
  const [split, room] = [format.number(sum), format.number(leases.room)]
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={mode === 'off' ? words.unsplit : words.save}
      title={words.title}
      write={write}
    >
      <p className={styles['lead']}>{words.lead}</p>
      <RadioGroup cards label={words.mode} onChange={setMode} options={useModes()} value={mode} />
      {mode === 'automatic' && doors.length > 0 && (
        <CheckboxGroup
          label={words.doors}
          onChange={setTaking}
          options={doors.map(({ id, label }) => ({ value: id, label }))}
          value={taking}
        />
      )}
      {mode === 'automatic' && doors.length > 0 && taking.length === 0 && (
        <p className={styles['over']}>{words.none_chosen}</p>
      )}
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

/** Who takes part; where nothing is split yet, every door does. */
function takingNow({ doors }: PerformanceLeases, devices: readonly Device[]): string[] {
  const known = new Set(doors.map(({ device_id }) => device_id))
  const ids = devices.map(({ id }) => id)
  return known.size === 0 ? ids : ids.filter((id) => known.has(id))
}

/** What each door has; where nothing is split yet, equal parts to start from. */
function placesNow({ doors, room }: PerformanceLeases, devices: readonly Device[]): Places {
  const equal = Math.floor(room / Math.max(1, devices.length))
  const known = new Map(doors.map(({ device_id, places }) => [device_id, places]))
  const start = known.size === 0 ? equal : 0
  return Object.fromEntries(devices.map(({ id }) => [id, known.get(id) ?? start]))
}
