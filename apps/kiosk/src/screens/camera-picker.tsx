import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { usualCamera } from '../app/usual-camera'
import { useLive } from '../hooks/use-live'
import type { CameraChoice } from '../scan/camera'
import styles from './camera-picker.module.css'

/** Rear, front, or one of several by name; remembered on this tablet. */
export function CameraPicker() {
  const { kiosk, scanner, preferences } = useServices()
  const { t } = useText()
  const pairing = useLive(kiosk.live.pairing)
  const usual = usualCamera(pairing.kind === 'paired' ? pairing.jobs : [])
  const choice = useLive(preferences).camera ?? usual
  const devices = useLive(scanner.camera.devices)
  const words = t.kiosk.tablet
  const options: readonly (readonly [CameraChoice, string])[] = [
    ['rear', words.camera_auto],
    ['front', words.camera_front],
    ...devices
      .filter(({ deviceId }) => deviceId !== '')
      .map(({ deviceId, label }, index): readonly [CameraChoice, string] => [
        { device_id: deviceId },
        label === '' ? words.camera_numbered({ number: index + 1 }) : label,
      ]),
  ]
  function choose(camera: CameraChoice): void {
    preferences.set({ ...preferences.get(), camera })
    scanner.camera.choose(camera)
  }
  return (
    <fieldset className={styles['options']}>
      <legend className={styles['legend']}>{words.camera}</legend>
      {options.map(([camera, name]) => (
        <label className={styles['option']} key={keyOf(camera)}>
          <input
            checked={keyOf(camera) === keyOf(choice)}
            name="camera"
            onChange={() => choose(camera)}
            type="radio"
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

function keyOf(choice: CameraChoice): string {
  return typeof choice === 'string' ? choice : `device ${choice.device_id}`
}
