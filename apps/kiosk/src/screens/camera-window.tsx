import { cx, IconButton } from '@counterfoil/ui'
import Flashlight from 'lucide-react/icons/flashlight'
import FlashlightOff from 'lucide-react/icons/flashlight-off'
import { memo, useEffect, useRef } from 'react'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive, usePart } from '../hooks/use-live'
import styles from './camera-window.module.css'
import { CameraTroubleText } from './camera-trouble'

/** The camera with its four corner marks; says what is the matter when there is no picture. */
export const CameraWindow = memo(function CameraWindow({
  className,
}: {
  readonly className?: string | undefined
}) {
  const { scanner } = useServices()
  const { t } = useText()
  const camera = useLive(scanner.camera.state)
  // Everything else about reading changes with every picture.
  const decoder = usePart(scanner.stats, (stats) => stats.decoder)
  const windowRef = useFlash()
  const videoRef = useFilm()
  const live = camera.kind === 'live'
  return (
    <div className={cx(styles['window'], className)} data-camera={camera.kind} ref={windowRef}>
      <video
        aria-label={t.kiosk.home.camera}
        className={cx(styles['video'], live && camera.mirrored && styles['mirrored'])}
        hidden={!live}
        muted
        playsInline
        ref={videoRef}
      />
      {camera.kind === 'trouble' && <CameraTroubleText why={camera.why} />}
      {live && decoder === 'none' && <CameraTroubleText why="decoder" />}
      {(camera.kind === 'starting' || camera.kind === 'off') && (
        <p className={styles['starting']}>{t.kiosk.trouble.camera_starting}</p>
      )}
      {live && <span aria-hidden className={styles['marks']} />}
      {live && camera.torch !== null && (
        <IconButton
          aria-pressed={camera.torch}
          className={styles['torch']}
          icon={camera.torch ? <FlashlightOff aria-hidden /> : <Flashlight aria-hidden />}
          label={camera.torch ? t.kiosk.tablet.torch_off : t.kiosk.tablet.torch_on}
          onClick={() => void scanner.camera.setTorch(camera.torch !== true)}
          variant="secondary"
        />
      )}
    </div>
  )
})

/** Lights the frame up with every accepted code, without waiting for React. */
function useFlash() {
  const { onSignal } = useServices()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      onSignal(() => {
        ref.current?.animate(
          [
            { boxShadow: 'inset 0 0 0 14px var(--flash)' },
            { boxShadow: 'inset 0 0 0 14px var(--flash)', offset: 0.5 },
            { boxShadow: 'inset 0 0 0 0 transparent' },
          ],
          { duration: 320, pseudoElement: '::after' },
        )
      }),
    [onSignal],
  )
  return ref
}

/** Starts the camera with the first window that shows it and reads through its element. */
function useFilm() {
  const { scanner } = useServices()
  const camera = useLive(scanner.camera.state)
  const ref = useRef<HTMLVideoElement>(null)
  const stream = camera.kind === 'live' ? camera.stream : null
  useEffect(() => {
    scanner.camera.start()
    return ref.current === null ? undefined : scanner.attach(ref.current)
  }, [scanner])
  useEffect(() => {
    const video = ref.current
    if (video === null) return
    video.srcObject = stream
    // Interrupted by the next picture source; that one plays then.
    if (stream !== null) video.play().catch(() => undefined)
  }, [stream])
  return ref
}
