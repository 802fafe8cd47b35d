import type { Mail } from '@counterfoil/protocol'
import { StatusDot } from '@counterfoil/ui/console'
import { useText } from '../../text'

const TONES = { sent: 'ok', waiting: 'info', dead: 'danger' } as const

export function MailState({ mail }: { readonly mail: Mail }) {
  const { mails: words } = useText().t.console
  return (
    <StatusDot hollow={mail.status !== 'sent'} tone={TONES[mail.status]}>
      {words.states[mail.status]}
    </StatusDot>
  )
}
