/** Where guests find a merchant's programme; an address belongs to one merchant of the platform. */
export interface BookingPageTable {
  slug: string
  merchant_id: string
}
