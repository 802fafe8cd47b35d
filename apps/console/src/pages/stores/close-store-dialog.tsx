import type { Store } from '@counterfoil/protocol'
import { ConfirmDialog, useToast } from '@counterfoil/ui/console'
import { useCloseStore } from '../../api/stores'
import { ErrorNotice } from '../../components/error-state'
import { useText } from '../../text'

export function CloseStoreDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.stores
  const close = useCloseStore()
  const toast = useToast()
  return (
    <ConfirmDialog
      busy={close.isPending}
      confirmLabel={words.close}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(
          { params: { id: store.id } },
          {
            onSuccess: () => {
              toast({ title: words.now_closed({ name: store.name }) })
              onClose()
            },
          },
        )
      }
      open
      title={words.close_title({ name: store.name })}
      tone="danger"
    >
      <p>{words.close_text}</p>
      <ErrorNotice error={close.error} />
    </ConfirmDialog>
  )
}
