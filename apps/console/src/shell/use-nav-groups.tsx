import { ENDPOINTS } from '@counterfoil/protocol'
import type { NavGroup, NavItem } from '@counterfoil/ui/console'
import BookText from 'lucide-react/icons/book-text'
import Building from 'lucide-react/icons/building-2'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Clock from 'lucide-react/icons/clock'
import Contact from 'lucide-react/icons/contact-round'
import IdCard from 'lucide-react/icons/id-card'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import Settings from 'lucide-react/icons/settings-2'
import Stamp from 'lucide-react/icons/stamp'
import Ticket from 'lucide-react/icons/ticket'
import TabletSmartphone from 'lucide-react/icons/tablet-smartphone'
import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useToday } from '../api/today'
import { useMay, usePath } from '../session/merchant'
import { useText } from '../text'

/** By job first, then by place; what waits is counted where it waits. */
export function useNavGroups(): readonly NavGroup[] {
  const { t } = useText()
  const { nav } = t.console
  const may = useMay()
  const path = usePath()
  const { pathname } = useLocation()
  const today = useToday()
  const item = (to: string, label: string, icon: ReactNode, rest?: Partial<NavItem>): NavItem => ({
    href: path(to),
    label,
    icon,
    current: pathname === path(to) || pathname.startsWith(`${path(to)}/`),
    ...rest,
  })
  return [
    { items: [item('/today', nav.today, <CalendarDays aria-hidden />)] },
    {
      title: t.common.jobs.loyalty,
      items: [
        item('/programs', nav.programs, <Stamp aria-hidden />),
        item('/cards', nav.cards, <IdCard aria-hidden />),
        item('/customers', nav.customers, <Contact aria-hidden />),
      ],
    },
    {
      title: t.common.jobs.door,
      items: [
        item('/performances', nav.performances, <Ticket aria-hidden />),
        item('/venues', nav.venues, <Building aria-hidden />),
        ...(may(ENDPOINTS.listMails) ? [item('/mails', nav.mails, <Mail aria-hidden />)] : []),
      ],
    },
    {
      title: t.common.jobs.clock,
      items: [item('/clock', nav.clock, <Clock aria-hidden />)],
    },
    {
      title: nav.business,
      items: [
        item('/stores', nav.stores, <TabletSmartphone aria-hidden />, {
          waiting: today.data?.quiet_devices.length,
          waitingLabel: nav.quiet_label,
          tone: 'warn',
        }),
        item('/people', nav.people, <Users aria-hidden />),
        item('/ledger', nav.ledger, <BookText aria-hidden />),
        item('/reviews', nav.reviews, <Inbox aria-hidden />, {
          waiting: today.data?.open_reviews,
          waitingLabel: nav.open_label,
        }),
        item('/settings', nav.settings, <Settings aria-hidden />),
      ],
    },
  ]
}
