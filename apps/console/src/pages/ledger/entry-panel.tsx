import type { LedgerEntry } from '@counterfoil/protocol'
import { cx, Notice, Skeleton } from '@counterfoil/ui'
import { DescriptionList, KeyHint, SidePanel } from '@counterfoil/ui/console'
import { useOperation } from '../../api/ledger'
import { ErrorNotice } from '../../components/error-state'
import { FactSection, Stack } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useText } from '../../text'
import { ChainFacts, ClockFacts, PlaceFacts } from './entry-facts'
import styles from './ledger.module.css'
import { TwoSides } from './two-sides'
import { useEntryText, useMovedText } from './use-entry-text'
import { VerdictBadge } from './verdict-badge'

/** One entry: the operation behind it, the verdict, the clocks, its place in the chain. */
export function EntryPanel({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }) {
  const { t, format } = useText()
  const words = t.console.ledger.panel
  const entryText = useEntryText()
  const opId = entry.op_id ?? entry.target_op_id
  const operation = useOperation(opId)
  return (
    <SidePanel
      meta={`${words.entry} ${format.number(entry.n)}`}
      onClose={onClose}
      title={entryText(entry)}
    >
      <Stack>
        <Effect entry={entry} />
        {operation.isPending && opId !== null && <Skeleton lines={6} />}
        <ErrorNotice error={operation.error} />
        {operation.data && <TwoSides operation={operation.data.operation} />}
        <Flags entry={entry} />
        {entry.note !== null && entry.note !== '' && (
          <FactSection title={words.note}>
            <p className={styles['note']}>{entry.note}</p>
          </FactSection>
        )}
        {operation.data && <ClockFacts entry={entry} operation={operation.data.operation} />}
        <PlaceFacts entry={entry} operation={operation.data?.operation} />
        <Ways entry={entry} />
        <ChainFacts entry={entry} />
        <p className={cx(styles['chain'], styles['keys'])}>
          <KeyHint keys={['j', 'k']} /> {words.keys}
        </p>
      </Stack>
    </SidePanel>
  )
}

function Effect({ entry }: { readonly entry: LedgerEntry }) {
  const { t, format } = useText()
  const movedText = useMovedText()
  const words = t.console.ledger.panel
  const stamps = `${entry.stamps > 0 ? '+' : '−'}${format.number(Math.abs(entry.stamps))}`
  const moved = [entry.stamps === 0 ? undefined : words.moved({ stamps }), movedText(entry)]
  const effect = moved.filter((part) => part !== undefined).join(', ')
  return (
    <DescriptionList
      items={[
        { term: t.console.ledger.verdict, value: <VerdictBadge verdict={entry} /> },
        { term: words.effect, value: effect === '' ? words.nothing_moved : effect },
      ]}
    />
  )
}

function Flags({ entry }: { readonly entry: LedgerEntry }) {
  const { t } = useText()
  if (entry.flags.length === 0) return null
  return (
    <FactSection title={t.console.ledger.panel.flags}>
      {entry.flags.map((flag) => (
        <Notice key={flag} title={t.verdicts.flags[flag].headline} tone="info">
          {t.verdicts.flags[flag].sentence}
        </Notice>
      ))}
    </FactSection>
  )
}

/** Where to look next. */
function Ways({ entry }: { readonly entry: LedgerEntry }) {
  const { t } = useText()
  const words = t.console.ledger.panel
  return (
    <>
      {entry.card_id !== null && (
        <LinkTo to={`/ledger?card_id=${entry.card_id}`}>{words.see_card}</LinkTo>
      )}
      {entry.performance_id !== undefined && (
        <LinkTo to={`/performances/${entry.performance_id}`}>{words.see_performance}</LinkTo>
      )}
      {entry.staff_id !== null && (
        <LinkTo to={`/ledger?staff_id=${entry.staff_id}`}>{words.see_person}</LinkTo>
      )}
      {entry.review_id !== null && (
        <LinkTo to={`/reviews?review=${entry.review_id}`}>{words.review}</LinkTo>
      )}
    </>
  )
}
