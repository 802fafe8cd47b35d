import type { LedgerEntry } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useText } from '../../text'
import styles from './ledger.module.css'

/** Accepted, or refused and why, in a word or two. */
export function VerdictBadge({ verdict }: { verdict: Pick<LedgerEntry, 'status' | 'code'> }) {
  const { t } = useText()
  if (verdict.status === 'accepted') {
    return (
      <Badge icon={<Check aria-hidden />} tone="ok">
        {t.common.state.accepted}
      </Badge>
    )
  }
  return (
    <Badge icon={<X aria-hidden />} tone="danger">
      {verdict.code === null ? t.common.state.rejected : t.verdicts.codes[verdict.code].headline}
    </Badge>
  )
}

/** For long lists: what went well is quiet, what was refused stands out. */
export function VerdictText({ verdict }: { verdict: Pick<LedgerEntry, 'status' | 'code'> }) {
  const { t } = useText()
  if (verdict.status === 'rejected') return <VerdictBadge verdict={verdict} />
  return (
    <span className={styles['accepted']}>
      <Check aria-hidden />
      {t.common.state.accepted}
    </span>
  )
}
