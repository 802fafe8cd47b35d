import CalendarClock from 'lucide-react/icons/calendar-clock'
import Check from 'lucide-react/icons/check'
import CloudUpload from 'lucide-react/icons/cloud-upload'
import Hourglass from 'lucide-react/icons/hourglass'
import IdCard from 'lucide-react/icons/id-card'
import KeyRound from 'lucide-react/icons/key-round'
import QrCode from 'lucide-react/icons/qr-code'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import type { Sign } from '../app/verdict-view'

const ICONS = {
  yes: Check,
  no: X,
  later: Hourglass,
  tomorrow: CalendarClock,
  code: QrCode,
  badge: IdCard,
  pin: KeyRound,
  waits: CloudUpload,
  undone: Undo2,
} satisfies Record<Sign, unknown>

/** A shape of its own for each reason, so that the colour is never alone. */
export function VerdictSign({ sign }: { readonly sign: Sign }) {
  const Icon = ICONS[sign]
  return <Icon aria-hidden strokeWidth={2.5} />
}
