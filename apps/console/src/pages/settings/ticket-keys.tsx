import { ENDPOINTS, type IssuerKey } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import {
  Checkbox,
  type Column,
  ConfirmDialog,
  Modal,
  StatusDot,
  Table,
} from '@counterfoil/ui/console'
import { useState } from 'react'
import { useCreateIssuerKey, useDeleteIssuerKey, useIssuerKeys } from '../../api/performances'
import { ErrorNotice, ErrorState } from '../../components/error-state'
import { useDialog } from '../../components/use-dialog'
import { useDone } from '../../components/use-done'
import { useMoment } from '../../components/use-moment'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './settings.module.css'

/** Keys that sign tickets: a new one at any time, a leaked one withdrawn. */
export function TicketKeys() {
  const { ticket_keys: words } = useText().t.console
  const may = useMay()
  const keys = useIssuerKeys()
  const rotating = useDialog()
  const [leaked, setLeaked] = useState<IssuerKey>()
  const mayChange = may(ENDPOINTS.createIssuerKey)
  const columns = useColumns(mayChange ? setLeaked : undefined)
  if (keys.error && !keys.data) {
    return <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />
  }
  return (
    <div data-stack>
      <p className={styles['lead']}>{words.lead}</p>
      <Table
        caption={words.tab}
        columns={columns}
        empty={null}
        rowKey={({ id }) => id}
        rows={keys.data}
        skeletonRows={2}
      />
      {mayChange ? (
        <div>
          <Button onClick={rotating.open}>{words.rotate}</Button>
        </div>
      ) : (
        <Notice tone="neutral">{words.read_only}</Notice>
      )}
      {rotating.isOpen && <RotateDialog onClose={rotating.close} />}
      {leaked && <WithdrawDialog issuerKey={leaked} onClose={() => setLeaked(undefined)} />}
    </div>
  )
}

function useColumns(onWithdraw: ((key: IssuerKey) => void) | undefined): Column<IssuerKey>[] {
  const { t, format } = useText()
  const words = t.console.ticket_keys
  return [
    { key: 'key', title: words.key, cell: ({ id }) => <code>{shortOf(id)}</code> },
    { key: 'state', title: words.state, cell: (key) => <KeyState issuerKey={key} /> },
    {
      key: 'made',
      title: words.made,
      hideOnPhone: true,
      cell: (key) => format.date(key.created_at),
    },
    ...(onWithdraw === undefined
      ? []
      : [
          {
            key: 'withdraw',
            title: words.withdraw,
            hideTitle: true,
            align: 'end' as const,
            cell: (key: IssuerKey) =>
              key.withdrawn_at === null && (
                <Button
                  aria-label={`${words.withdraw}: ${shortOf(key.id)}`}
                  onClick={() => onWithdraw(key)}
                  size="small"
                >
                  {words.withdraw}
                </Button>
              ),
          },
        ]),
  ]
}

/** Enough to tell two keys apart. */
const shortOf = (id: string) => id.slice(-6)

function KeyState({ issuerKey }: { readonly issuerKey: IssuerKey }) {
  const { ticket_keys: words } = useText().t.console
  const moment = useMoment()
  if (issuerKey.withdrawn_at !== null) {
    return (
      <StatusDot hollow tone="danger">
        {words.withdrawn({ when: moment(issuerKey.withdrawn_at) })}
      </StatusDot>
    )
  }
  return (
    <StatusDot tone={issuerKey.signing ? 'ok' : 'neutral'}>
      {issuerKey.signing ? words.signing : words.standing}
    </StatusDot>
  )
}

function RotateDialog({ onClose }: { readonly onClose: () => void }) {
  const { ticket_keys: words } = useText().t.console
  const create = useCreateIssuerKey()
  const done = useDone(onClose)
  return (
    <ConfirmDialog
      busy={create.isPending}
      confirmLabel={words.rotate}
      onClose={onClose}
      onConfirm={() => create.mutate({}, done(words.rotated))}
      open
      title={words.rotate_title}
    >
      <p>{words.rotate_text}</p>
      <ErrorNotice error={create.error} />
    </ConfirmDialog>
  )
}

interface WithdrawDialogProps {
  readonly issuerKey: IssuerKey
  readonly onClose: () => void
}

/** Says what it costs before it lets anybody do it. */
function WithdrawDialog({ issuerKey, onClose }: WithdrawDialogProps) {
  const { t } = useText()
  const words = t.console.ticket_keys
  const [knows, setKnows] = useState(false)
  const withdraw = useDeleteIssuerKey()
  const done = useDone(onClose)
  return (
    <Modal
      actions={
        <>
          <Button onClick={onClose}>{t.common.action.cancel}</Button>
          <Button
            busy={withdraw.isPending}
            disabled={!knows}
            onClick={() =>
              withdraw.mutate({ params: { id: issuerKey.id } }, done(words.withdrawn_toast))
            }
            variant="danger"
          >
            {words.withdraw}
          </Button>
        </>
      }
      onClose={onClose}
      open
      role="alertdialog"
      title={words.withdraw_title}
    >
      <div data-stack>
        <p>{words.withdraw_text}</p>
        <p>{words.withdraw_offline}</p>
        <Checkbox isSelected={knows} onChange={setKnows}>
          {words.withdraw_check}
        </Checkbox>
        <ErrorNotice error={withdraw.error} />
      </div>
    </Modal>
  )
}
