import type { Card } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import { usePrograms } from '../../api/programs'
import { useText } from '../../text'
import styles from './cards.module.css'

/** "4 of 10", and how many full cards came before; a full set waits for its reward. */
export function useStampCount(card: Card): { filled: number; total: number; sets: number } {
  const programs = usePrograms()
  const total = programs.data?.find(({ id }) => id === card.program_id)?.stamps_required ?? 10
  const sets = Math.floor(card.stamps / total)
  return { total, sets, filled: card.stamps - sets * total }
}

export function CardStamps({ card }: { readonly card: Card }) {
  const { t } = useText()
  const { filled, total, sets } = useStampCount(card)
  return (
    <span className={styles['count']}>
      {t.common.stamps_of({ stamps: filled, total })}
      {sets > 0 && <Badge tone="brand">{t.console.cards.full_sets({ sets })}</Badge>}
    </span>
  )
}
