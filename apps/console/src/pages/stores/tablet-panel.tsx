import { type Device, ENDPOINTS } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { Stack } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useDialog } from '../../components/use-dialog'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { EditTabletDialog } from './edit-tablet-dialog'
import { PairAgainDialog } from './pair-again-dialog'
import { RevokeDialog } from './revoke-dialog'
import { TabletAdvice } from './tablet-advice'
import { TabletFacts } from './tablet-facts'
import { TabletStateDot } from './tablet-table'

/** One tablet: what it last said, what should be looked at, what can be done. */
export function TabletPanel({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useText()
  return (
    <SidePanel
      actions={<TabletActions device={device} />}
      meta={<TabletStateDot device={device} />}
      onClose={onClose}
      title={device.label}
    >
      <Stack>
        <TabletAdvice device={device} />
        <TabletFacts device={device} />
        <LinkTo to={`/ledger?device_id=${device.id}`}>{t.console.tablets.history}</LinkTo>
      </Stack>
    </SidePanel>
  )
}

function TabletActions({ device }: { readonly device: Device }) {
  const { t } = useText()
  const may = useMay()
  const words = t.console.tablets
  const editing = useDialog()
  const pairing = useDialog()
  const revoking = useDialog()
  if (!may(ENDPOINTS.updateDevice)) return null
  return (
    <>
      <Button onClick={editing.open} size="small">
        {words.edit}
      </Button>
      <Button onClick={pairing.open} size="small">
        {words.pair_again}
      </Button>
      {device.stolen_at === null && (
        <Button onClick={revoking.open} size="small">
          {device.status === 'revoked' ? words.report_stolen : words.revoke}
        </Button>
      )}
      {editing.isOpen && <EditTabletDialog device={device} onClose={editing.close} />}
      {pairing.isOpen && <PairAgainDialog device={device} onClose={pairing.close} />}
      {revoking.isOpen && <RevokeDialog device={device} onClose={revoking.close} />}
    </>
  )
}
