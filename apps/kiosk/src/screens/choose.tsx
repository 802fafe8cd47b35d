import { pointsFor } from '@counterfoil/domain'
import { Button } from '@counterfoil/ui'
import Gift from 'lucide-react/icons/gift'
import { amountOf } from '../app/flow-choose'
import type { Step } from '../app/flow-state'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import type { IdentifiedCard } from '../kiosk'
import { CardSlip } from './card-slip'
import styles from './choose.module.css'
import { Layer } from './layer'
import { PinPad } from './pin-pad'

/** What shall be done with a card: a sum for points, a stamp, or one of its rewards. */
export function Choose({ step }: { readonly step: Extract<Step, { at: 'choose' }> }) {
  const { flow } = useServices()
  const { t } = useText()
  const { card, typed } = step
  const words = t.kiosk.choose
  const points = card.program?.kind === 'points'
  const title = points ? words.title_points : words.title_stamps
  return (
    <Layer label={title} screen="choose">
      <div className={styles['choose']}>
        <header className={styles['head']}>
          <h1>{title}</h1>
          <CardSlip card={card} />
          <Button onClick={() => flow.send({ type: 'home' })}>{t.common.action.cancel}</Button>
        </header>
        <div className={styles['ways']}>
          {points && <Sum card={card} typed={typed} />}
          <div className={styles['side']}>
            {points ? <GivePoints card={card} typed={typed} /> : <GiveStamp />}
            {card.rewards.length > 0 && <Rewards card={card} />}
          </div>
        </div>
      </div>
    </Layer>
  )
}

interface SumProps {
  readonly card: IdentifiedCard
  readonly typed: string
}

function Sum({ card: { program }, typed }: SumProps) {
  const { t, format } = useText()
  const words = t.kiosk.choose
  if (program === null) return null
  return (
    <section className={styles['sum']}>
      <output aria-label={words.amount} className={styles['amount']}>
        {format.money(amountOf(typed), program.currency)}
      </output>
      <PinPad checking={false} label={words.pad} />
    </section>
  )
}

function GivePoints({ card: { program }, typed }: SumProps) {
  const { flow } = useServices()
  const { t } = useText()
  if (program === null) return null
  const amount_minor = amountOf(typed)
  return (
    <Button
      disabled={amount_minor === 0}
      onClick={() => flow.send({ type: 'choose', deed: { kind: 'earn', amount_minor } })}
      size="large"
      variant="primary"
      wide
    >
      {t.kiosk.choose.give_points({ points: pointsFor(program, amount_minor) })}
    </Button>
  )
}

function GiveStamp() {
  const { flow } = useServices()
  const { t } = useText()
  return (
    <Button
      onClick={() => flow.send({ type: 'choose', deed: { kind: 'stamp' } })}
      size="large"
      variant="primary"
      wide
    >
      {t.kiosk.choose.give_stamp}
    </Button>
  )
}

function Rewards({ card }: { readonly card: IdentifiedCard }) {
  const { flow } = useServices()
  const { t } = useText()
  const words = t.kiosk.choose
  const points = card.program?.kind === 'points'
  return (
    <section className={styles['rewards']}>
      <h2>{words.rewards}</h2>
      <ul>
        {card.rewards.map((reward) => (
          <li key={reward.id}>
            <Button
              icon={<Gift aria-hidden />}
              onClick={() => flow.send({ type: 'choose', deed: { kind: 'redeem', reward } })}
              size="large"
              wide
            >
              {words.redeem({ reward: reward.name })}
            </Button>
            <p className={styles['cost']}>
              {points
                ? words.points({ points: reward.cost })
                : words.full_cards({ sets: reward.cost })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
