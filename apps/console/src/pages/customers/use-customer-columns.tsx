import type { Customer } from '@counterfoil/protocol'
import { Avatar } from '@counterfoil/ui'
import type { Column } from '@counterfoil/ui/console'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './customers.module.css'

export function useCustomerColumns(): readonly Column<Customer>[] {
  const { t } = useText()
  const words = t.console.customers
  const moment = useMoment()
  return [
    {
      key: 'name',
      title: words.name,
      cell: ({ name }) => (
        <span className={styles['person']}>
          <span className={styles['face']}>
            <Avatar name={name} />
          </span>
          <bdi>{name}</bdi>
        </span>
      ),
    },
    {
      key: 'contact',
      title: words.contact,
      hideOnPhone: true,
      cell: ({ phone, email }) => (
        <span className={styles['contact']}>{phone ?? email ?? words.no_contact}</span>
      ),
    },
    {
      key: 'cards',
      title: words.cards,
      hideOnPhone: true,
      nowrap: true,
      cell: ({ cards }) => (cards === 0 ? words.no_card : t.console.programs.cards({ cards })),
    },
    {
      key: 'last',
      title: words.last_visit,
      align: 'end',
      cell: ({ last_visit_at: at }) => (at === null ? words.never : moment(at)),
    },
  ]
}
