import type { Device } from '@counterfoil/protocol'
import { ConfirmDialog } from '@counterfoil/ui/console'
import { usePairAgain } from '../../api/devices'
import { ErrorNotice } from '../../components/error-state'
import { useText } from '../../text'
import { PairingDialog } from './pairing-dialog'

/** Says what pairing again ends, then shows the new code. */
export function PairAgainDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets
  const again = usePairAgain()
  if (again.data !== undefined) return <PairingDialog first={again.data} onClose={onClose} />
  return (
    <ConfirmDialog
      busy={again.isPending}
      confirmLabel={words.create}
      onClose={onClose}
      onConfirm={() => again.mutate({ params: { id: device.id }, body: {} })}
      open
      title={words.pair_again_title({ label: device.label })}
    >
      <p>{words.pair_again_text}</p>
      <ErrorNotice error={again.error} />
    </ConfirmDialog>
  )
}
