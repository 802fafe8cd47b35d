import type { Device } from '@counterfoil/protocol'
import { Notice } from '@counterfoil/ui'
import { FormTextArea, useToast } from '@counterfoil/ui/console'
import { useRevokeDevice } from '../../api/devices'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './revoke-dialog.module.css'

/** Asks why, and says what becomes of the data and of what was not sent. */
export function RevokeDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets
  const revoke = useRevokeDevice()
  const toast = useToast()
  const moment = useMoment()
  const pending = device.queue?.pending ?? 0
  return (
    <FormDialog
      danger
      onClose={onClose}
      onSubmit={(data) =>
        revoke.mutate(
          { params: { id: device.id }, body: { reason: textOf(data, 'reason').trim() } },
          {
            onSuccess: () => {
              toast({ title: words.revoked({ label: device.label }) })
              onClose()
            },
          },
        )
      }
      open
      submitLabel={words.revoke_do}
      title={words.revoke_title({ label: device.label })}
      write={revoke}
    >
      <ul className={styles['effects']}>
        {words.revoke_effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {pending > 0 && device.last_seen_at !== null && (
        <Notice tone="warn">
          {words.revoke_pending({ pending, when: moment(device.last_seen_at) })}
        </Notice>
      )}
      <FormTextArea
        hint={words.reason_hint}
        isRequired
        label={words.reason}
        maxLength={1000}
        name="reason"
        rows={2}
      />
    </FormDialog>
  )
}
