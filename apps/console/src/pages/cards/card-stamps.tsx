import type { Card } from '@counterfoil/protocol'
import { Badge, StampRow } from '@counterfoil/ui'
import { usePrograms } from '../../api/programs'
import { useText } from '../../text'
import styles from './cards.module.css'

/** "4 of 10", and how many full cards came before; a full set waits for its reward. */
function useStampCount(card: Card): { filled: number; total: number; sets: number } {
  const programs = usePrograms()
  const total = programs.data?.find(({ id }) => id === card.program_id)?.stamps_required ?? 10
  const sets = Math.floor(card.stamps / total)
  return { total, sets, filled: card.stamps - sets * total }
}

export function useCollectsPoints({ program_id }: Card): boolean {
  return usePrograms().data?.find(({ id }) => id === program_id)?.kind === 'points'
}

/** What a card holds, in words: stamps of a set, or points. */
export function CardStamps({ card }: { readonly card: Card }) {
  const { t } = useText()
  const { filled, total, sets } = useStampCount(card)
  if (useCollectsPoints(card)) return t.console.cards.points({ points: card.points })
  return (
    <span className={styles['count']}>
      {t.common.stamps_of({ stamps: filled, total })}
      {sets > 0 && <Badge tone="brand">{t.console.cards.full_sets({ sets })}</Badge>}
    </span>
  )
}

/** The same as a row of stamps; points are no row. */
export function CardRow({ card }: { readonly card: Card }) {
  const { filled, total } = useStampCount(card)
  return useCollectsPoints(card) ? null : <StampRow filled={filled} total={total} />
}
