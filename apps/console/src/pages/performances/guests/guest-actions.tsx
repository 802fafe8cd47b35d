import type { Performance, Reservation } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { ConfirmDialog, MenuButton, type MenuEntry } from '@counterfoil/ui/console'
import { useCancelGuest, useUpdateGuest } from '../../../api/guests'
import { ErrorNotice } from '../../../components/error-state'
import { useDialog } from '../../../components/use-dialog'
import { useDone } from '../../../components/use-done'
import { useText } from '../../../text'
import { ChangeDialog } from './change-dialog'
import type { GuestDialogProps } from './guest-dialog-props'
import { GuestTicketDialog } from './guest-ticket'
import { MoveDialog } from './move-dialog'

interface GuestActionsProps {
  readonly guest: Reservation
  readonly performance: Performance
}

export function GuestActions({ guest, performance }: GuestActionsProps) {
  const { guests: words } = useText().t.console
  const [ticket, changing, moving, cancelling] = [
    useDialog(),
    useDialog(),
    useDialog(),
    useDialog(),
  ]
  const isPending = guest.status === 'pending'
  const items: readonly MenuEntry[] = [
    { id: 'move', label: words.move.open, onAction: moving.open },
    { id: 'cancel', label: words.cancel.open, danger: true, onAction: cancelling.open },
  ]
  return (
    <>
      {isPending ? (
        <ConfirmByHand guest={guest} />
      ) : (
        <Button onClick={ticket.open} size="small" variant="primary">
          {words.ticket.open}
        </Button>
      )}
      <Button onClick={changing.open} size="small">
        {words.change.open}
      </Button>
      <MenuButton items={items} size="small" />
      {ticket.isOpen && (
        <GuestTicketDialog guest={guest} onClose={ticket.close} performance={performance} />
      )}
      {changing.isOpen && <ChangeDialog guest={guest} onClose={changing.close} />}
      {moving.isOpen && <MoveDialog guest={guest} onClose={moving.close} />}
      {cancelling.isOpen && <CancelDialog guest={guest} onClose={cancelling.close} />}
    </>
  )
}

function ConfirmByHand({ guest }: { readonly guest: Reservation }) {
  const { guests: words } = useText().t.console
  const update = useUpdateGuest()
  const done = useDone(() => undefined)
  const { id, name } = guest
  return (
    <>
      <Button
        busy={update.isPending}
        onClick={() =>
          update.mutate(
            { params: { id }, body: { status: 'confirmed' } },
            done(words.confirm.done({ name })),
          )
        }
        size="small"
        variant="primary"
      >
        {words.confirm.open}
      </Button>
      <ErrorNotice error={update.error} />
    </>
  )
}

function CancelDialog({ guest, onClose }: GuestDialogProps) {
  const { guests: words } = useText().t.console
  const cancel = useCancelGuest()
  const done = useDone(onClose)
  const { id, name } = guest
  return (
    <ConfirmDialog
      busy={cancel.isPending}
      confirmLabel={words.cancel.open}
      onClose={onClose}
      onConfirm={() => cancel.mutate({ params: { id } }, done(words.cancel.done({ name })))}
      open
      title={words.cancel.title({ name })}
      tone="danger"
    >
      <p>{words.cancel.text}</p>
      <ErrorNotice error={cancel.error} />
    </ConfirmDialog>
  )
}
