import { localDayOf, instantMs } from '@counterfoil/domain'
import { type AnswerOf, ENDPOINTS, type Punch } from '@counterfoil/protocol'
import { Badge, EmptyState } from '@counterfoil/ui'
import { type Column, MenuButton, StatusDot, Table } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useStoreFormat } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { type Amending, AmendDialog } from './amend-dialog'

type Answer = AnswerOf<typeof ENDPOINTS.getSheet>

/** What was clocked in these days, as it came, whatever became of it. */
export function PunchTable({ data }: { readonly data: Answer }) {
  const { amendments: words } = useText().t.console
  const formatAt = useStoreFormat()
  const [amending, setAmending] = useState<Amending>()
  const columns = useColumns(setAmending)
  const rows = data.punches.filter(({ at, store_id }) => {
    const day = localDayOf(instantMs(at), formatAt(store_id).timeZone)
    return day >= data.from && day <= data.to
  })
  return (
    <section aria-label={words.punches} data-stack>
      <div>
        <h2>{words.punches}</h2>
        <p className={styles['meta']}>{words.punches_text}</p>
      </div>
      <Table
        caption={words.punches}
        columns={columns}
        empty={<EmptyState title={words.no_punches} />}
        rowKey={({ op_id }) => op_id}
        rows={rows}
      />
      {amending && (
        <AmendDialog
          onClose={() => setAmending(undefined)}
          person={data.sheet.staff}
          what={amending}
        />
      )}
    </section>
  )
}

function useColumns(amend: (what: Amending) => void): readonly Column<Punch>[] {
  const { amendments: words } = useText().t.console
  const formatAt = useStoreFormat()
  const may = useMay()
  const columns: Column<Punch>[] = [
    {
      key: 'when',
      title: words.when,
      nowrap: true,
      cell: ({ at, store_id }) => {
        const format = formatAt(store_id)
        return (
          <span className={styles['when']}>
            <span>{format.day(at)},</span> <span>{format.timeWithSeconds(at)}</span>
          </span>
        )
      },
    },
    {
      key: 'what',
      title: words.what,
      cell: (punch) => (
        <>
          {words.actions[punch.punch]}
          <span className={styles['below']}>
            <How punch={punch} />
          </span>
        </>
      ),
    },
    { key: 'how', title: words.how, hideOnPhone: true, cell: (punch) => <How punch={punch} /> },
    { key: 'state', title: words.state, cell: (punch) => <State punch={punch} /> },
  ]
  if (!may(ENDPOINTS.createAmendment)) return columns
  return [
    ...columns,
    {
      key: 'deeds',
      title: words.deeds,
      hideTitle: true,
      align: 'end',
      cell: (punch) =>
        punch.status === 'counts' && (
          <MenuButton
            items={(['change', 'remove'] as const).map((deed) => ({
              id: deed,
              label: words[deed],
              danger: deed === 'remove',
              onAction: () => amend({ deed, punch }),
            }))}
            label={words.deeds}
            size="small"
          />
        ),
    },
  ]
}

/** By which way it was made, and where. */
function How({ punch }: { readonly punch: Punch }) {
  const { amendments: words, clock } = useText().t.console
  const place = punch.device_label ?? punch.store_name
  return words.at({ how: clock.sources[punch.source], place })
}

const TONES = { counts: 'ok', held: 'warn', undone: 'neutral', struck: 'neutral' } as const

function State({ punch }: { readonly punch: Punch }) {
  const { t } = useText()
  const words = t.console.amendments
  return (
    <span className={styles['state']}>
      <StatusDot hollow={punch.status !== 'counts'} tone={TONES[punch.status]}>
        {words.status[punch.status]}
      </StatusDot>
      {punch.unverified && <Badge tone="warn">{words.unverified}</Badge>}
      {punch.flags.map((flag) => (
        <Badge key={flag}>{t.verdicts.flags[flag].headline}</Badge>
      ))}
    </span>
  )
}
