import type { Reservation } from '@counterfoil/protocol'
import { StatusDot } from '@counterfoil/ui/console'
import { useText } from '../../../text'

const TONES = { confirmed: 'ok', pending: 'warn', cancelled: 'neutral' } as const

export function GuestState({ guest }: { readonly guest: Reservation }) {
  const { guests: words } = useText().t.console
  return (
    <StatusDot hollow={guest.status !== 'confirmed'} tone={TONES[guest.status]}>
      {words.states[guest.status]}
    </StatusDot>
  )
}
