import type { Card, Customer } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { useCards } from '../../api/cards'
import { usePrograms } from '../../api/programs'
import { ErrorNotice } from '../../components/error-state'
import { FactSection } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useText } from '../../text'
import { CardRow, CardStamps } from '../cards/card-stamps'
import { CardState } from '../cards/use-card-columns'
import styles from './customers.module.css'

/** A customer's cards with their stamps; each opens its own story. */
export function CustomerCards({ customer }: { readonly customer: Customer }) {
  const { t } = useText()
  const words = t.console.customers
  const list = useCards({ customer_id: customer.id })
  const cards = list.data?.pages.flatMap((page) => page.items)
  return (
    <FactSection title={words.cards}>
      {list.isPending && <Skeleton lines={3} />}
      <ErrorNotice error={list.error} />
      {cards?.length === 0 && <p>{words.no_card}</p>}
      <ul className={styles['cards']}>
        {cards?.map((card) => (
          <li className={styles['card']} key={card.id}>
            <CustomerCard card={card} />
          </li>
        ))}
      </ul>
    </FactSection>
  )
}

function CustomerCard({ card }: { readonly card: Card }) {
  const programs = usePrograms()
  const program = programs.data?.find(({ id }) => id === card.program_id)
  return (
    <>
      <header>
        <LinkTo to={`/cards?card=${card.id}`}>{card.number}</LinkTo>
        <span>{program?.name ?? '…'}</span>
      </header>
      <CardRow card={card} />
      <header>
        <CardStamps card={card} />
        {card.status === 'blocked' && <CardState card={card} />}
      </header>
    </>
  )
}
