import type { AccountTable } from './account'
import type { AmendmentTable } from './amendment'
import type { AuditTable } from './audit'
import type { BookingPageTable } from './booking-page'
import type { CardTable } from './card'
import type { CardMovementTable } from './card-movement'
import type { CardStampTable } from './card-stamp'
import type { CheckInTable } from './check-in'
import type { ClockPeriodTable } from './clock-period'
import type { ClockRequestTable } from './clock-request'
import type { CustomerTable } from './customer'
import type { DeviceTable } from './device'
import type { DeviceStreamTable } from './device-stream'
import type { FeedTable } from './feed'
import type { IdempotencyTable } from './idempotency'
import type { IssuerKeyTable } from './issuer-key'
import type { LedgerEntryTable } from './ledger-entry'
import type { AnnouncementTable } from './announcement'
import type { MailTable } from './mail'
import type { MembershipTable } from './membership'
import type { MerchantTable } from './merchant'
import type { MerchantHeadTable } from './merchant-head'
import type { MovementTable } from './movement'
import type { OperationTable } from './operation'
import type { OperationConflictTable } from './operation-conflict'
import type { PairingCodeTable } from './pairing-code'
import type { PerformanceTable } from './performance'
import type { PersonPinsTable } from './person-pins'
import type { PhoneAttemptTable } from './phone-attempt'
import type { PhoneSessionTable } from './phone-session'
import type { PinCounterTable } from './pin-counter'
import type { PlatformAuditTable } from './platform-audit'
import type { PosterTable } from './poster'
import type { ProgramTable } from './program'
import type { PunchTable } from './punch'
import type { ReservationTable } from './reservation'
import type { ReservationLinkTable } from './reservation-link'
import type { ReviewTable } from './review'
import type { RewardTable } from './reward'
import type { SealingKeyTable } from './sealing-key'
import type { SessionTable } from './session'
import type { ShowTable } from './show'
import type { SignInAttemptTable } from './sign-in-attempt'
import type { SignOnTable } from './sign-on'
import type { StaffTable } from './staff'
import type { StaffPinTable } from './staff-pin'
import type { StoreTable } from './store'
import type { TicketTable } from './ticket'
import type { VenueTable } from './venue'

/** Every table, as Kysely sees it. Migrations are the authority on what exists. */
export interface Database {
  account: AccountTable
  amendment: AmendmentTable
  audit: AuditTable
  booking_page: BookingPageTable
  card: CardTable
  card_movement: CardMovementTable
  card_stamp: CardStampTable
  check_in: CheckInTable
  clock_period: ClockPeriodTable
  clock_request: ClockRequestTable
  customer: CustomerTable
  device: DeviceTable
  device_stream: DeviceStreamTable
  feed: FeedTable
  idempotency: IdempotencyTable
  issuer_key: IssuerKeyTable
  ledger_entry: LedgerEntryTable
  announcement: AnnouncementTable
  mail: MailTable
  membership: MembershipTable
  merchant: MerchantTable
  merchant_head: MerchantHeadTable
  movement: MovementTable
  operation: OperationTable
  operation_conflict: OperationConflictTable
  pairing_code: PairingCodeTable
  performance: PerformanceTable
  person_pins: PersonPinsTable
  phone_attempt: PhoneAttemptTable
  phone_session: PhoneSessionTable
  pin_counter: PinCounterTable
  platform_audit: PlatformAuditTable
  poster: PosterTable
  program: ProgramTable
  punch: PunchTable
  reservation: ReservationTable
  reservation_link: ReservationLinkTable
  review: ReviewTable
  reward: RewardTable
  sealing_key: SealingKeyTable
  session: SessionTable
  show: ShowTable
  sign_in_attempt: SignInAttemptTable
  sign_on: SignOnTable
  staff: StaffTable
  staff_pin: StaffPinTable
  store: StoreTable
  ticket: TicketTable
  venue: VenueTable
}
