import { adminEndpoints } from './admin'
import { authEndpoints } from './auth'
import { checkInEndpoints } from './check-ins'
import { clockEndpoints } from './clock'
import { customerEndpoints } from './customers'
import { deviceEndpoints } from './device'
import { devicesEndpoints } from './devices'
import { doorEndpoints } from './door'
import { leaseEndpoints } from './leases'
import { ledgerEndpoints } from './ledger'
import { loyaltyEndpoints } from './loyalty'
import { merchantEndpoints } from './merchant'
import { mailEndpoints } from './mails'
import { publicEndpoints } from './public'
import { reservationEndpoints } from './reservations'
import { staffEndpoints } from './staff'
import { venueEndpoints } from './venues'

/** Every route of `/api/v1`, written once: the server mounts it, the console calls it, OpenAPI shows it. */
export const ENDPOINTS = {
  ...authEndpoints,
  ...deviceEndpoints,
  ...checkInEndpoints,
  ...merchantEndpoints,
  ...devicesEndpoints,
  ...staffEndpoints,
  ...loyaltyEndpoints,
  ...customerEndpoints,
  ...venueEndpoints,
  ...doorEndpoints,
  ...leaseEndpoints,
  ...reservationEndpoints,
  ...clockEndpoints,
  ...mailEndpoints,
  ...publicEndpoints,
  ...ledgerEndpoints,
  ...adminEndpoints,
}
