import BadgeX from 'lucide-react/icons/badge-x'
import Ban from 'lucide-react/icons/ban'
import CalendarX from 'lucide-react/icons/calendar-x'
import DoorClosed from 'lucide-react/icons/door-closed'
import LogIn from 'lucide-react/icons/log-in'
import LogOut from 'lucide-react/icons/log-out'
import MailQuestion from 'lucide-react/icons/mail-question-mark'
import Repeat2 from 'lucide-react/icons/repeat-2'
import SearchX from 'lucide-react/icons/search-x'
import UserPlus from 'lucide-react/icons/user-plus'
import UserX from 'lucide-react/icons/user-x'
import Users from 'lucide-react/icons/users'
import type { DoorSign, DoorView } from '../../app/door/door-view'
import { VerdictSign } from '../verdict-sign'

const ICONS = {
  in: LogIn,
  out: LogOut,
  guests: UserPlus,
  already: Repeat2,
  forged: BadgeX,
  revoked: Ban,
  other_show: CalendarX,
  unconfirmed: MailQuestion,
  not_inside: UserX,
  full: Users,
  closed: DoorClosed,
  not_listed: SearchX,
} satisfies Record<DoorSign, unknown>

const isOwn = (sign: DoorView['sign']): sign is DoorSign => Object.hasOwn(ICONS, sign)

/** A shape of its own for each reason at the door. */
export function DoorSignIcon({ sign }: { readonly sign: DoorView['sign'] }) {
  if (!isOwn(sign)) return <VerdictSign sign={sign} />
  const Icon = ICONS[sign]
  return <Icon aria-hidden strokeWidth={2.5} />
}
