import type { Device } from '@counterfoil/protocol'
import { Button, EmptyState, Notice } from '@counterfoil/ui'
import { Modal } from '@counterfoil/ui/console'
import { useState } from 'react'
import { type PairedAnswer, useDevice, usePairAgain } from '../../api/devices'
import { ErrorNotice } from '../../components/error-state'
import { useClock } from '../../components/use-moment'
import { useText } from '../../text'
import { PairingCode } from './pairing-code'
import { platformName } from './platform-name'

const LOOK_EVERY = 2000

/** The code, shown this once, and what becomes of it: claimed, refused to a second, run out. */
export function PairingDialog({ first, onClose }: { first: PairedAnswer; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets.pairing
  const again = usePairAgain()
  const [isOver, setOver] = useState(false)
  const answer = again.data ?? first
  const watched = useDevice(answer.device.id, LOOK_EVERY)
  const device = latest(answer.device, watched.data?.device)
  const renew = () =>
    again.mutate({ params: { id: device.id }, body: {} }, { onSuccess: () => setOver(false) })
  const isClaimed = device.status === 'paired'
  const isExpired = !isClaimed && (isOver || device.status === 'expired')
  return (
    <Modal
      actions={
        <>
          {isExpired && (
            <Button busy={again.isPending} onClick={renew} variant="primary">
              {words.again}
            </Button>
          )}
          <Button onClick={onClose} variant={isClaimed ? 'primary' : 'secondary'}>
            {isClaimed ? t.common.action.done : t.common.action.close}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="large"
      title={words.title({ label: device.label })}
    >
      <RefusedClaim device={device} />
      <ErrorNotice error={again.error} />
      {isClaimed && <Claimed device={device} />}
      {isExpired && (
        <EmptyState illustration="pairing" title={words.expired_title}>
          {words.expired}
        </EmptyState>
      )}
      {!isClaimed && !isExpired && (
        <PairingCode answer={answer} key={answer.typed_code} onEnd={() => setOver(true)} />
      )}
    </Modal>
  )
}

/** What is watched counts, unless it is of a pairing before this one. */
function latest(answered: Device, watched: Device | undefined): Device {
  return watched === undefined || watched.incarnation < answered.incarnation ? answered : watched
}

function RefusedClaim({ device }: { readonly device: Device }) {
  const { t } = useText()
  const clock = useClock()
  const words = t.console.tablets.pairing
  if (device.refused_claim_at === null) return null
  return (
    <Notice live="assertive" title={words.refused_title} tone="warn">
      {words.refused({ at: clock(device.refused_claim_at) })}
    </Notice>
  )
}

function Claimed({ device }: { readonly device: Device }) {
  const { t, format } = useText()
  const words = t.console.tablets.pairing
  return (
    <Notice live="polite" title={words.claimed_title} tone="ok">
      <p>
        {words.claimed({
          platform: device.platform ? platformName(device.platform) : words.unknown_platform,
          at: device.claimed_at === null ? '' : format.time(device.claimed_at),
        })}
      </p>
      <p>{words.claimed_text}</p>
    </Notice>
  )
}
