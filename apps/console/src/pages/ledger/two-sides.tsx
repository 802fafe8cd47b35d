import { verdictDetailText } from '@counterfoil/messages'
import type { Operation } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import { DescriptionList } from '@counterfoil/ui/console'
import { useStoreFormat } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './ledger.module.css'
import { VerdictBadge } from './verdict-badge'

export interface TwoSidesProps {
  readonly operation: Operation
  readonly headingLevel?: 3 | 4
}

/** What the tablet showed beside what the server decided, each with its clock and place. */
export function TwoSides({ operation, headingLevel = 3 }: TwoSidesProps) {
  const { t } = useText()
  const words = t.console.ledger.panel
  const Heading = `h${headingLevel}` as const
  return (
    <div className={styles['sides']}>
      <section className={styles['side']}>
        <Heading>{words.shown}</Heading>
        <ShownSide operation={operation} />
      </section>
      <section className={styles['side']}>
        <Heading>{words.decided}</Heading>
        <DecidedSide operation={operation} />
      </section>
    </div>
  )
}

function ShownSide({ operation }: { readonly operation: Operation }) {
  const { t } = useText()
  const words = t.console.ledger.panel
  const format = useStoreFormat()(operation.store_id)
  const { shown, at, names } = operation
  const code = shown?.code ?? null
  return (
    <>
      <div>
        {shown === null && <Badge>{words.shown_none}</Badge>}
        {shown?.status === 'pending' && <Badge tone="info">{words.shown_pending}</Badge>}
        {shown !== null && shown.status !== 'pending' && (
          <VerdictBadge verdict={{ status: shown.status, code }} />
        )}
      </div>
      {code !== null && <p className={styles['sentence']}>{t.verdicts.codes[code].sentence({})}</p>}
      <DescriptionList
        items={[
          { term: words.at, value: at === null ? '–' : format.timeWithSeconds(at) },
          { term: words.tablet, value: names.device_label ?? '–' },
          { term: words.person, value: names.staff_name ?? names.user_name ?? '–' },
        ]}
      />
    </>
  )
}

function DecidedSide({ operation }: { readonly operation: Operation }) {
  const { t } = useText()
  const words = t.console.ledger.panel
  const format = useStoreFormat()(operation.store_id)
  const { verdict, occurred_at, received_at, names } = operation
  const detail = verdictDetailText(verdict.detail, format, occurred_at)
  return (
    <>
      <div>
        <VerdictBadge verdict={verdict} />
      </div>
      {verdict.code !== null && (
        <p className={styles['sentence']}>{t.verdicts.codes[verdict.code].sentence(detail)}</p>
      )}
      <DescriptionList
        items={[
          { term: words.occurred, value: format.timeWithSeconds(occurred_at) },
          { term: words.received, value: format.dateTime(received_at, occurred_at) },
          { term: words.store, value: names.store_name ?? '–' },
        ]}
      />
    </>
  )
}
