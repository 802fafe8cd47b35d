import { Logo, Notice } from '@counterfoil/ui'
import { AppShell, SideNav } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { LiveState } from '../api/use-live'
import { useMerchant } from '../session/merchant'
import { useMerchantZone } from '../session/use-merchant-zone'
import { useText } from '../text'
import { BehalfBanner } from './behalf-banner'
import { MerchantName } from './merchant-name'
import { RouterLink } from './router-link'
import { useNavGroups } from './use-nav-groups'
import { UserMenu } from './user-menu'
import styles from './console-shell.module.css'

/** Navigation, banners and the page between them. */
export function ConsoleShell({ live, children }: { live: LiveState; children: ReactNode }) {
  const { t } = useText()
  const { scope, role, base } = useMerchant()
  useMerchantZone()
  const { shell, nav } = t.console
  return (
    <AppShell
      banner={
        <section aria-label={shell.notices} className={styles['banners']}>
          {scope.on_behalf && <BehalfBanner />}
          {live === 'lost' && (
            <Notice banner live="polite" title={shell.offline.title} tone="warn">
              {shell.offline.text}
            </Notice>
          )}
        </section>
      }
      brand={
        <Link
          aria-label={`Counterfoil: ${nav.today}`}
          className={styles['brand']}
          to={`${base}/today`}
        >
          <Logo />
        </Link>
      }
      foot={<UserMenu detail={scope.on_behalf ? shell.platform_admin : shell.roles[role]} />}
      nav={<Navigation />}
    >
      {children}
    </AppShell>
  )
}

function Navigation() {
  const { t } = useText()
  const groups = useNavGroups()
  return (
    <>
      <MerchantName />
      <SideNav groups={groups} label={t.console.nav.label} link={RouterLink} />
    </>
  )
}
