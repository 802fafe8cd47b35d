import { buttonClass, Notice } from '@counterfoil/ui'
import { Link } from 'react-router'
import { useSettings } from '../api/settings'
import { useText } from '../text'

/** A platform admin sees all the time for whom they work. */
export function BehalfBanner() {
  const { t } = useText()
  const settings = useSettings()
  const { on_behalf, leave } = t.console.shell
  return (
    <Notice
      action={
        <Link className={buttonClass({ size: 'small' })} to="/merchants">
          {leave}
        </Link>
      }
      banner
      tone="info"
    >
      {on_behalf({ merchant: settings.data?.settings.merchant.name ?? '…' })}
    </Notice>
  )
}
