import { clock } from './console/clock'
import { customers } from './console/customers'
import { leases, performances, venues } from './console/door'
import { door_print, guest_files, guests, ticket_keys, tickets } from './console/guests'
import { amendments, clash, clock_rules, hours, periods, phones, requests } from './console/hours'
import { ledger, reviews } from './console/ledger'
import { ledger_check } from './console/ledger-check'
import { cards, programs } from './console/loyalty'
import { mails } from './console/mails'
import { people } from './console/people'
import { form, settings } from './console/settings'
import { merchants, nav, shell, sign_in } from './console/shell'
import { stores, tablets } from './console/stores'
import { today } from './console/today'

export const console = {
  nav,
  shell,
  sign_in,
  merchants,
  today,
  stores,
  tablets,
  people,
  programs,
  cards,
  customers,
  performances,
  leases,
  venues,
  clock,
  hours,
  amendments,
  requests,
  periods,
  phones,
  clock_rules,
  clash,
  guests,
  tickets,
  guest_files,
  door_print,
  ticket_keys,
  mails,
  ledger,
  ledger_check,
  reviews,
  settings,
  form,
}
