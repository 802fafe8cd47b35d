import type { Reservation } from '@counterfoil/protocol'

/** A dialog about one booking. */
export interface GuestDialogProps {
  readonly guest: Reservation
  readonly onClose: () => void
}
