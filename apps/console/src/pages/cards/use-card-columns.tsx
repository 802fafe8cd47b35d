import type { Card } from '@counterfoil/protocol'
import { type Column, StatusDot } from '@counterfoil/ui/console'
import { usePrograms } from '../../api/programs'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import { CardStamps } from './card-stamps'
import styles from './cards.module.css'

export function useCardColumns(): readonly Column<Card>[] {
  const { t } = useText()
  const words = t.console.cards
  const moment = useMoment()
  const programs = usePrograms()
  const nameOf = (id: string) => programs.data?.find((each) => each.id === id)?.name ?? '…'
  return [
    {
      key: 'number',
      title: words.number,
      cell: (card) => <span className={styles['number']}>{card.number}</span>,
    },
    {
      key: 'customer',
      title: t.console.customers.owner,
      hideOnPhone: true,
      cell: (card) => card.customer_name && <bdi>{card.customer_name}</bdi>,
    },
    {
      key: 'program',
      title: words.program,
      hideOnPhone: true,
      cell: (card) => nameOf(card.program_id),
    },
    { key: 'stamps', title: words.stamps, cell: (card) => <CardStamps card={card} /> },
    { key: 'state', title: words.state, cell: (card) => <CardState card={card} /> },
    {
      key: 'last',
      title: words.last_stamp,
      align: 'end',
      hideOnPhone: true,
      cell: (card) => (card.last_stamp_at === null ? words.never : moment(card.last_stamp_at)),
    },
  ]
}

export function CardState({ card }: { readonly card: Card }) {
  const { active, blocked } = useText().t.console.cards
  return card.status === 'active' ? (
    <StatusDot tone="ok">{active}</StatusDot>
  ) : (
    <StatusDot hollow tone="danger">
      {blocked}
    </StatusDot>
  )
}
