import { Button } from '@counterfoil/ui'
import { chooseView } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useFullScreen } from '../hooks/use-full-screen'
import { useLater } from '../hooks/use-later'
import { useLive } from '../hooks/use-live'
import { useSoundOnTouch } from '../hooks/use-sound-on-touch'
import { useWakeLock } from '../hooks/use-wake-lock'
import { JobScreen } from './job-screen'
import { FirstSync, WithoutPairing } from './pages'
import { Splash } from './splash'
import { Trouble } from './trouble'

/** By then a tablet with one window leads; until then nobody is told otherwise. */
const LEAD_SETTLED_MS = 2_000

export function Root() {
  const { kiosk } = useServices()
  const { t } = useText()
  const settled = useLater(LEAD_SETTLED_MS)
  const view = chooseView(useLive(kiosk.live.pairing), useLive(kiosk.live.status), settled)
  useWakeLock()
  useFullScreen()
  useSoundOnTouch()
  const words = t.kiosk.trouble
  const reload = (
    <Button onClick={() => location.reload()} size="large" variant="primary">
      {words.reload}
    </Button>
  )
  switch (view.kind) {
    case 'splash':
      return <Splash />
    case 'storage':
      return (
        <Trouble
          action={reload}
          picture="storage"
          screen="storage"
          title={view.trouble === 'BLOCKED' ? words.blocked : words.storage}
        >
          {view.trouble === 'BLOCKED' ? words.blocked_text : words.storage_text}
        </Trouble>
      )
    case 'other_tab':
      return (
        <Trouble action={reload} picture="update" screen="other-tab" title={words.other_tab}>
          {words.other_tab_text}
        </Trouble>
      )
    case 'unpaired':
    case 'withdrawn':
      return <WithoutPairing view={view} />
    case 'first_sync':
      return <FirstSync rows={view.rows} />
    case 'job':
      return <JobScreen pairing={view.pairing} />
  }
}
