import type { Operation } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import { DescriptionList } from '@counterfoil/ui/console'
import { useStoreFormat } from '../../components/use-moment'
import { useText } from '../../text'
import styles from '../ledger/ledger.module.css'

interface FirstDoor {
  readonly at: string
  readonly device_label: string | null
}

/** Where and when the ticket had gone in before, for an admission that met that. */
export function firstDoorOf({ kind, verdict, shown }: Operation): FirstDoor | undefined {
  const { first } = verdict.detail
  const clashed = kind === 'ticket.admit' && verdict.code === 'TICKET_ALREADY_ADMITTED'
  if (!clashed || shown?.status !== 'accepted') return undefined
  if (typeof first !== 'object' || first === null || typeof first['at'] !== 'string') {
    return undefined
  }
  const label = first['device_label']
  return { at: first['at'], device_label: typeof label === 'string' ? label : null }
}

/** The two doors that let one ticket in, side by side with their times. */
export function TwoDoors({ operation }: { readonly operation: Operation }) {
  const { t } = useText()
  const words = t.console.reviews.two_doors
  const format = useStoreFormat()(operation.store_id)
  const first = firstDoorOf(operation)
  if (first === undefined) return null
  const { occurred_at, names, data } = operation
  const apart = Math.abs(Date.parse(occurred_at) - Date.parse(first.at))
  const people = typeof data['count'] === 'number' ? data['count'] : 1
  const sides = [
    { state: <Badge tone="ok">{words.first}</Badge>, at: first.at, label: first.device_label },
    {
      state: <Badge tone="warn">{words.second}</Badge>,
      at: occurred_at,
      label: names.device_label,
      people,
      who: names.staff_name,
    },
  ]
  return (
    <div data-stack>
      <div className={styles['sides']}>
        {sides.map(({ state, at, label, people: count, who }) => (
          <section className={styles['side']} key={at}>
            <h3>{label ?? '–'}</h3>
            <div>{state}</div>
            <DescriptionList
              items={[
                { term: words.at, value: format.timeWithSeconds(at) },
                ...(count === undefined
                  ? []
                  : [{ term: words.people, value: format.number(count) }]),
                ...(who == null ? [] : [{ term: words.let_in, value: who }]),
              ]}
            />
          </section>
        ))}
      </div>
      <p className={styles['sentence']}>{words.apart({ time: format.duration(apart) })}</p>
    </div>
  )
}
