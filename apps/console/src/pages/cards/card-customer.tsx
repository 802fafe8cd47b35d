import { type Card, ENDPOINTS } from '@counterfoil/protocol'
import { Avatar, Button, Skeleton } from '@counterfoil/ui'
import { Modal, SearchField } from '@counterfoil/ui/console'
import { useDeferredValue, useState } from 'react'
import { useUpdateCard } from '../../api/cards'
import { useCustomers } from '../../api/customers'
import { ErrorNotice } from '../../components/error-state'
import { FactSection } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useDialog } from '../../components/use-dialog'
import { useDone } from '../../components/use-done'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from '../customers/customers.module.css'

/** Whose a card is, and a way to change that. */
export function CardCustomer({ card }: { readonly card: Card }) {
  const { t } = useText()
  const may = useMay()
  const choosing = useDialog()
  const words = t.console.customers
  return (
    <FactSection title={words.owner}>
      <div className={styles['owner']}>
        {card.customer_id === null ? (
          <span className={styles['contact']}>{words.nobody}</span>
        ) : (
          <LinkTo to={`/customers?customer=${card.customer_id}`}>{card.customer_name}</LinkTo>
        )}
        {may(ENDPOINTS.updateCard) && (
          <Button onClick={choosing.open} size="small">
            {card.customer_id === null ? words.choose : words.change}
          </Button>
        )}
      </div>
      {choosing.isOpen && <ChooseDialog card={card} onClose={choosing.close} />}
    </FactSection>
  )
}

const SHOWN = 8

function ChooseDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useText()
  const words = t.console.customers
  const [search, setSearch] = useState('')
  const list = useCustomers(useDeferredValue(search.trim()) || undefined, SHOWN)
  const update = useUpdateCard()
  const done = useDone(onClose)
  const give = (customer_id: string | null, title: string) =>
    update.mutate({ params: { id: card.id }, body: { customer_id } }, done(title))
  const found = list.data?.pages[0]?.items.filter(({ id }) => id !== card.customer_id)
  return (
    <Modal onClose={onClose} open title={words.choose_title(card)}>
      <p>{words.choose_text}</p>
      <SearchField label={words.search} maxLength={80} onChange={setSearch} value={search} />
      <ErrorNotice error={update.error ?? list.error} />
      {list.isPending && <Skeleton lines={3} />}
      {found?.length === 0 && <p>{words.none_found.title}</p>}
      <ul className={styles['found']}>
        {found?.map(({ id, name, phone, email }) => (
          <li key={id}>
            <button onClick={() => give(id, words.given({ name }))} type="button">
              <Avatar name={name} />
              <span>
                <bdi>{name}</bdi>
                <span className={styles['contact']}> {phone ?? email}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {card.customer_name !== null && (
        <div>
          <Button busy={update.isPending} onClick={() => give(null, words.taken)} size="small">
            {words.take({ name: card.customer_name })}
          </Button>
        </div>
      )}
    </Modal>
  )
}
