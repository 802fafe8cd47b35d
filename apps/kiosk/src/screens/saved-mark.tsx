import type { Id } from '@counterfoil/domain'
import Check from 'lucide-react/icons/check'
import CheckCheck from 'lucide-react/icons/check-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useMemo } from 'react'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './saved-mark.module.css'

export interface SavedMarkProps {
  readonly saved: { readonly op_id: Id; readonly by: 'server' | 'tablet' }
  /** The whole sentence instead of two words. */
  readonly long?: boolean
}

/** ✓ saved on this tablet, ✓✓ confirmed by the server; changes by itself when the answer comes. */
export function SavedMark({ saved, long = false }: SavedMarkProps) {
  const { kiosk } = useServices()
  const { t } = useText()
  const state = useLive(useMemo(() => kiosk.live.stateOf(saved.op_id), [kiosk, saved.op_id]))
  const words = t.kiosk.verdict
  // Refused by the server at once is what the screen shows anyway; later it is news.
  if (state === 'refused' && saved.by === 'tablet') {
    return (
      <span className={styles['mark']} data-saved="refused">
        <TriangleAlert aria-hidden />
        {words.refused_after_all}
      </span>
    )
  }
  const confirmed = saved.by === 'server' || state === 'confirmed'
  const Icon = confirmed ? CheckCheck : Check
  return (
    <span className={styles['mark']} data-saved={confirmed ? 'confirmed' : 'saved'}>
      <Icon aria-hidden />
      {confirmed ? words.confirmed_short : long ? t.verdicts.saved : words.saved_short}
    </span>
  )
}
