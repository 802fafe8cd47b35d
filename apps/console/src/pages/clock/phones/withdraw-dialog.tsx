import type { Poster } from '@counterfoil/protocol'
import { ConfirmDialog } from '@counterfoil/ui/console'
import { useWithdrawPoster } from '../../../api/clock'
import { ErrorNotice } from '../../../components/error-state'
import { useDone } from '../../../components/use-done'
import { useText } from '../../../text'

/** Ends a store's poster without a new one. */
export function WithdrawDialog({ poster, onClose }: { poster: Poster; onClose: () => void }) {
  const { phones: words } = useText().t.console
  const withdraw = useWithdrawPoster()
  const done = useDone(onClose)
  return (
    <ConfirmDialog
      busy={withdraw.isPending}
      confirmLabel={words.withdraw}
      onClose={onClose}
      onConfirm={() => withdraw.mutate({ params: { id: poster.store_id } }, done(words.withdrawn))}
      open
      title={words.withdraw_title({ place: poster.store_name })}
      tone="danger"
    >
      <p>{words.withdraw_text}</p>
      <ErrorNotice error={withdraw.error} />
    </ConfirmDialog>
  )
}
