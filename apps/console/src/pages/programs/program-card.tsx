import { Badge, cx, StampRow, TicketCard } from '@counterfoil/ui'
import { useSettings } from '../../api/settings'
import { useText } from '../../text'
import { type Promised, promiseOf } from './program-promise'
import styles from './programs.module.css'

export interface ProgramCardProps {
  readonly program: Promised & { readonly name: string }
  readonly ended?: boolean
}

/** The paper card that a customer holds, some stamps in. */
export function ProgramCard({ program, ended = false }: ProgramCardProps) {
  const { t } = useText()
  const settings = useSettings()
  const words = t.console.programs
  const { name, kind, stamps_required: total } = program
  return (
    <TicketCard
      {...(ended && { className: styles['ended'] ?? '' })}
      stub={
        <p className={styles['stub']}>
          <span>{promiseOf(program, words)}</span>
          <span>{words.preview_number}</span>
        </p>
      }
    >
      <div className={styles['card']}>
        <p className={styles['merchant']}>
          <span>{settings.data?.settings.merchant.name}</span>
          {ended && <Badge>{words.ended}</Badge>}
        </p>
        <p className={styles['name']}>{name}</p>
        {kind === 'stamps' && (
          <div className={cx(styles['stamps'], total > 20 && styles['many'])}>
            <StampRow filled={Math.min(4, Math.max(0, total - 1))} total={total} />
          </div>
        )}
      </div>
    </TicketCard>
  )
}
