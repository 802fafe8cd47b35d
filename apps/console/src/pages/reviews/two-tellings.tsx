import { clashesOf, epochMs, formatInstant, HOUR, instantMs } from '@counterfoil/domain'
import type { Punch, Review, WireAmendment } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import { type DescriptionItem, DescriptionList } from '@counterfoil/ui/console'
import { useAmendments, usePunchesBetween } from '../../api/clock'
import { LinkTo } from '../../components/link-to'
import { useMoment, useStoreFormat } from '../../components/use-moment'
import { useText } from '../../text'
import styles from '../ledger/ledger.module.css'

const AROUND = 24 * HOUR

/** What a manager entered beside what the tablet told later: the same time, told twice. */
export function TwoTellings({ review }: { readonly review: Review }) {
  const { operation, op_id } = review
  const at = instantMs(operation.occurred_at)
  const from = formatInstant(epochMs(at - AROUND))
  const answer = usePunchesBetween(from, formatInstant(epochMs(at + AROUND)))
  const punches = answer.data?.items ?? []
  const told = punches.find((punch) => punch.op_id === op_id)
  const amendments = useAmendments(told?.staff_id)
  if (told === undefined) return null
  const entered = enteredBeside(punches, told)
  const made = amendments.data?.items.find(({ id }) => id === entered?.op_id)
  return <Sides entered={entered} made={made} told={told} />
}

/** The entry by hand that says what the punch says. */
function enteredBeside(punches: readonly Punch[], told: Punch): Punch | undefined {
  const fact = (punch: Punch) => ({
    op_id: punch.op_id,
    action: punch.punch,
    at: instantMs(punch.at),
    seq: null,
    manual: punch.source === 'manual',
  })
  const own = punches.filter((punch) => punch.staff_id === told.staff_id)
  const counting = own.filter(({ status }) => status === 'counts').map(fact)
  const [found] = clashesOf(counting, fact(told))
  return own.find(({ op_id }) => op_id === found?.op_id)
}

interface SidesProps {
  readonly told: Punch
  readonly entered: Punch | undefined
  readonly made: WireAmendment | undefined
}

function Sides({ told, entered, made }: SidesProps) {
  const { t } = useText()
  const { clash: words, clock } = t.console
  const format = useStoreFormat()(told.store_id)
  const moment = useMoment()
  const apart = entered && Math.abs(instantMs(told.at) - instantMs(entered.at))
  return (
    <div data-stack>
      <div className={styles['sides']}>
        <Side
          items={
            made === undefined
              ? []
              : [
                  { term: words.who, value: made.author_name },
                  { term: words.reason, value: made.reason },
                  { term: words.entered, value: moment(made.made_at) },
                ]
          }
          punch={entered}
          title={words.by_hand}
        />
        <Side
          items={[
            { term: words.who, value: clock.sources[told.source] },
            { term: t.console.ledger.panel.tablet, value: told.device_label ?? told.store_name },
            { term: words.arrived, value: moment(told.received_at) },
          ]}
          punch={told}
          title={words.by_tablet}
        />
      </div>
      {apart !== undefined && (
        <p className={styles['sentence']}>
          {apart === 0 ? words.same : words.apart({ time: format.duration(apart) })}
        </p>
      )}
      <LinkTo to={`/clock/${told.staff_id}?day=${told.at.slice(0, 10)}`}>{words.see_sheet}</LinkTo>
    </div>
  )
}

interface SideProps {
  readonly title: string
  readonly punch: Punch | undefined
  readonly items: readonly DescriptionItem[]
}

function Side({ title, punch, items }: SideProps) {
  const { t } = useText()
  const { clash: words, amendments } = t.console
  const formatAt = useStoreFormat()
  if (punch === undefined) {
    return (
      <section className={styles['side']}>
        <h3>{title}</h3>
        <p className={styles['sentence']}>{words.gone}</p>
      </section>
    )
  }
  return (
    <section className={styles['side']}>
      <h3>{title}</h3>
      <div>
        <Badge tone={punch.status === 'counts' ? 'ok' : 'neutral'}>
          {amendments.status[punch.status]}
        </Badge>
      </div>
      <DescriptionList
        items={[
          { term: words.what, value: amendments.actions[punch.punch] },
          { term: words.at, value: formatAt(punch.store_id).timeWithSeconds(punch.at) },
          ...items,
        ]}
      />
    </section>
  )
}
