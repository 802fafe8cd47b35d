import { ENDPOINTS, type Ticket } from '@counterfoil/protocol'
import { Button, Skeleton } from '@counterfoil/ui'
import { ConfirmDialog, FormTextField, MenuButton, SidePanel } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useRevokeTicket, useTicket, useUpdateTicket } from '../../../api/guests'
import { ErrorNotice, ErrorState } from '../../../components/error-state'
import { FactSection, Stack } from '../../../components/fact-section'
import { textOf } from '../../../components/form-data'
import { FormDialog } from '../../../components/form-dialog'
import { useDialog } from '../../../components/use-dialog'
import { useDone } from '../../../components/use-done'
import { useMoment } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import { DoorHistory, FirstIn } from './door-history'
import { TicketState } from './ticket-state'

export interface TicketPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One ticket: whom it lets in, who came on it, and what happened at the doors. */
export function TicketPanel({ id, onClose }: TicketPanelProps) {
  const { t } = useText()
  const may = useMay()
  const answer = useTicket(id)
  const ticket = answer.data?.ticket
  const acts = ticket !== undefined && ticket.status !== 'revoked' && may(ENDPOINTS.updateTicket)
  return (
    <SidePanel
      actions={acts ? <TicketActions ticket={ticket} /> : undefined}
      meta={ticket && <TicketState ticket={ticket} />}
      onClose={onClose}
      title={ticket?.name ?? t.common.state.loading}
    >
      {answer.error && !ticket && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {ticket === undefined ? (
        answer.isPending && <Skeleton lines={5} />
      ) : (
        <TicketDetails ticket={ticket} />
      )}
    </SidePanel>
  )
}

function TicketDetails({ ticket }: { readonly ticket: Ticket }) {
  const { t, format } = useText()
  const words = t.console.guests
  const moment = useMoment()
  const { id, performance_id, admitted, party_size: party } = ticket
  return (
    <Stack>
      <FactSection
        items={[
          { term: words.party, value: words.people({ people: party }) },
          { term: words.panel.admitted, value: words.in_of({ admitted, party }) },
          { term: words.panel.inside, value: format.number(ticket.inside) },
          {
            term: words.panel.first,
            value: <FirstIn performanceId={performance_id} ticketId={id} />,
          },
          { term: t.console.tickets.issued, value: moment(ticket.created_at) },
        ]}
        title={words.panel.at_door}
      />
      <DoorHistory performanceId={performance_id} ticketId={id} />
    </Stack>
  )
}

function TicketActions({ ticket }: { readonly ticket: Ticket }) {
  const { tickets: words } = useText().t.console
  const [renaming, revoking] = [useDialog(), useDialog()]
  const update = useUpdateTicket()
  const done = useDone(() => undefined)
  const isConfirmed = ticket.status === 'confirmed'
  const status = isConfirmed ? 'unconfirmed' : 'confirmed'
  const turn = () =>
    update.mutate({ params: { id: ticket.id }, body: { status } }, done(words.saved))
  return (
    <>
      <Button onClick={renaming.open} size="small">
        {words.rename}
      </Button>
      <MenuButton
        items={[
          { id: 'turn', label: isConfirmed ? words.unconfirm : words.confirm, onAction: turn },
          { id: 'revoke', label: words.revoke, danger: true, onAction: revoking.open },
        ]}
        size="small"
      />
      <ErrorNotice error={update.error} />
      {renaming.isOpen && <RenameDialog onClose={renaming.close} ticket={ticket} />}
      {revoking.isOpen && <RevokeDialog onClose={revoking.close} ticket={ticket} />}
    </>
  )
}

interface TicketDialogProps {
  readonly ticket: Ticket
  readonly onClose: () => void
}

function RenameDialog({ ticket, onClose }: TicketDialogProps) {
  const { t } = useText()
  const words = t.console.tickets
  const update = useUpdateTicket()
  const done = useDone(onClose)
  const conflict = useMemo(() => ({ conflict: { field: 'name', text: words.conflict } }), [words])
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) =>
        update.mutate(
          { params: { id: ticket.id }, body: { name: textOf(data, 'name').trim() } },
          done(words.saved),
        )
      }
      open
      submitLabel={t.common.action.save}
      title={words.rename_title(ticket)}
      words={conflict}
      write={update}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={ticket.name}
        isRequired
        label={words.name}
        maxLength={120}
        name="name"
      />
    </FormDialog>
  )
}

function RevokeDialog({ ticket, onClose }: TicketDialogProps) {
  const { tickets: words } = useText().t.console
  const revoke = useRevokeTicket()
  const done = useDone(onClose)
  return (
    <ConfirmDialog
      busy={revoke.isPending}
      confirmLabel={words.revoke}
      onClose={onClose}
      onConfirm={() => revoke.mutate({ params: { id: ticket.id } }, done(words.revoked))}
      open
      title={words.revoke_title(ticket)}
      tone="danger"
    >
      <p>{words.revoke_text}</p>
      <ErrorNotice error={revoke.error} />
    </ConfirmDialog>
  )
}
