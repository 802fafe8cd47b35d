import type { Device } from '@counterfoil/protocol'
import { Notice } from '@counterfoil/ui'
import { Checkbox } from '@counterfoil/ui/console'
import { useState } from 'react'
import { ReasonField } from '../../components/reason-field'
import { useRevokeDevice } from '../../api/devices'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useDone } from '../../components/use-done'
import { useMoment } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './revoke-dialog.module.css'

/**
 * Asks why and whether it was stolen, and says what becomes of the data and of what was not sent.
 * A tablet that is revoked already can still be reported stolen.
 */
export function RevokeDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets
  const revoke = useRevokeDevice()
  const done = useDone(onClose)
  const wasRevoked = device.status === 'revoked'
  const [stolen, setStolen] = useState(wasRevoked)
  const title = wasRevoked ? words.stolen_title(device) : words.revoke_title(device)
  const { label } = device
  return (
    <FormDialog
      danger
      onClose={onClose}
      onSubmit={(data) =>
        revoke.mutate(
          { params: { id: device.id }, body: { reason: textOf(data, 'reason').trim(), stolen } },
          done(stolen ? words.stolen_done({ label }) : words.revoked({ label })),
        )
      }
      open
      submitLabel={wasRevoked ? words.report_stolen : words.revoke_do}
      title={title}
      write={revoke}
    >
      {wasRevoked ? <p>{words.stolen_hint}</p> : <Effects device={device} />}
      <ReasonField maxLength={1000} words={words} />
      {!wasRevoked && (
        <Checkbox hint={words.stolen_hint} isSelected={stolen} onChange={setStolen}>
          {words.stolen}
        </Checkbox>
      )}
    </FormDialog>
  )
}

function Effects({ device }: { readonly device: Device }) {
  const { t } = useText()
  const words = t.console.tablets
  const moment = useMoment()
  const pending = device.queue?.pending ?? 0
  return (
    <>
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
    </>
  )
}
