import { Perforation } from '@counterfoil/ui'
import { cardProgress } from '@counterfoil/domain'
import { useText } from '../app/text'
import type { IdentifiedCard } from '../kiosk'
import styles from './card-slip.module.css'

/** Which card is on the counter, and how far it is: a slip beside whatever is asked. */
export function CardSlip({ card }: { readonly card: IdentifiedCard | null }) {
  const { t } = useText()
  if (card === null) return null
  const { card: known, program } = card
  const words = t.kiosk.who
  return (
    <div className={styles['slip']}>
      <p className={styles['card']}>
        {known === null ? words.new_card : words.for_card({ card: known.number_end })}
      </p>
      {known !== null && program !== null && program.stamps_required > 0 && (
        <>
          <Perforation upright />
          <p className={styles['program']}>
            <span className={styles['name']}>{program.name}</span>
            <span className={styles['count']}>
              {program.kind === 'points'
                ? t.kiosk.choose.points({ points: known.points })
                : t.common.stamps_of({
                    stamps: cardProgress(known.stamps, program.stamps_required).on_card,
                    total: program.stamps_required,
                  })}
            </span>
          </p>
        </>
      )}
    </div>
  )
}
