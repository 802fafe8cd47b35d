import { ENDPOINTS, type Performance, type Reservation } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { useGuest } from '../../../api/guests'
import { ErrorState } from '../../../components/error-state'
import { FactSection, Stack } from '../../../components/fact-section'
import { useMoment } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import { DoorHistory, FirstIn } from '../tickets/door-history'
import { GuestActions } from './guest-actions'
import { GuestState } from './guest-state'

export interface GuestPanelProps {
  readonly id: string
  readonly performance: Performance
  readonly onClose: () => void
}

/** One booking: who, how many, when they came and through which door. */
export function GuestPanel({ id, performance, onClose }: GuestPanelProps) {
  const { t } = useText()
  const may = useMay()
  const answer = useGuest(id)
  const guest = answer.data?.reservation
  const acts =
    guest !== undefined && guest.status !== 'cancelled' && may(ENDPOINTS.updateReservation)
  return (
    <SidePanel
      actions={acts ? <GuestActions guest={guest} performance={performance} /> : undefined}
      meta={guest && <GuestState guest={guest} />}
      onClose={onClose}
      title={guest?.name ?? t.common.state.loading}
    >
      {answer.error && !guest && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {guest === undefined ? (
        answer.isPending && <Skeleton lines={6} />
      ) : (
        <Stack>
          <BookingFacts guest={guest} />
          <AtTheDoor guest={guest} />
        </Stack>
      )}
    </SidePanel>
  )
}

function BookingFacts({ guest }: { readonly guest: Reservation }) {
  const { guests: words } = useText().t.console
  const moment = useMoment()
  const { email, note, expires_at, confirmed_at, cancelled_at } = guest
  const when = (term: string, at: string | null) =>
    at === null ? [] : [{ term, value: moment(at) }]
  return (
    <FactSection
      items={[
        { term: words.party, value: words.people({ people: guest.party_size }) },
        ...(email === null
          ? []
          : [{ term: words.email, value: <a href={`mailto:${email}`}>{email}</a> }]),
        { term: words.panel.source, value: words.sources[guest.source] },
        ...when(words.panel.since, guest.created_at),
        ...when(words.panel.expires, expires_at),
        ...when(words.panel.confirmed, confirmed_at),
        ...when(words.panel.cancelled, cancelled_at),
        ...(note === '' ? [] : [{ term: words.note, value: note }]),
      ]}
      title={words.panel.booking}
    />
  )
}

function AtTheDoor({ guest }: { readonly guest: Reservation }) {
  const { t, format } = useText()
  const words = t.console.guests
  const { ticket_id, performance_id, admitted, party_size: party } = guest
  if (ticket_id === null) return null
  return (
    <>
      <FactSection
        items={[
          { term: words.panel.admitted, value: words.in_of({ admitted, party }) },
          { term: words.panel.inside, value: format.number(guest.inside) },
          {
            term: words.panel.first,
            value: <FirstIn performanceId={performance_id} ticketId={ticket_id} />,
          },
        ]}
        title={words.panel.at_door}
      />
      <DoorHistory performanceId={performance_id} ticketId={ticket_id} />
    </>
  )
}
