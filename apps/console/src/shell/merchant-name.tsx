import { Select } from '@counterfoil/ui/console'
import { useNavigate } from 'react-router'
import { useSettings } from '../api/settings'
import { useMerchant } from '../session/merchant'
import { useText } from '../text'
import styles from './console-shell.module.css'

/** The business whose books are open; a choice for those who belong to several. */
export function MerchantName() {
  const { t } = useText()
  const { user, scope } = useMerchant()
  const navigate = useNavigate()
  const settings = useSettings()
  const known = user.memberships.find(({ merchant_id }) => merchant_id === scope.merchant_id)
  if (known !== undefined && user.memberships.length > 1) {
    return (
      <Select
        label={t.console.shell.switch_merchant}
        onChange={(id) => void navigate(`/for/${id}/today`)}
        options={user.memberships.map((each) => ({
          value: each.merchant_id,
          label: each.merchant_name,
        }))}
        value={scope.merchant_id}
      />
    )
  }
  const name = settings.data?.settings.merchant.name ?? known?.merchant_name
  return <p className={styles['merchant']}>{name ?? '…'}</p>
}
