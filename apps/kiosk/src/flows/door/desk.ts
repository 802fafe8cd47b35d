import type { DoorDesk, Evening } from '../../door-desk'
import { watch, watchWhileSeen } from '../../live/query'
import { publicUrls } from '../identify'
import { serverNow, type Tablet } from '../tablet'
import { act, preview } from './act'
import { findGuests } from './guests'
import { occupancyOf } from './occupancy'
import { chosenTicket, describeEvening, readDoorCode } from './read-code'

/** Everything the screens of the door ask for, over this tablet's database. */
export function createDoorDesk(tablet: Tablet): DoorDesk {
  const { db } = tablet
  // Read ahead: a code in view would wait for them.
  const urls = watch(() => publicUrls(db), [])
  return {
    performances: watch(() => evenings(tablet), null),
    occupancy: (id) => watchWhileSeen(() => occupancyOf(db, id), null),
    read: (text) => readDoorCode(db, urls.get(), text),
    chosen: (id) => chosenTicket(db, id),
    preview: (deed) => preview(tablet, deed),
    act: (deed, signedOn) => act(tablet, deed, signedOn),
    find: (id, typed) => findGuests(db, id, typed),
  }
}

async function evenings(tablet: Tablet): Promise<readonly Evening[]> {
  const rows = await tablet.db.performances.filter(({ active }) => active).toArray()
  const now = serverNow(tablet)
  const distance = ({ starts_at }: Evening) => Math.abs(starts_at - now)
  return rows.map(describeEvening).toSorted((a, b) => distance(a) - distance(b))
}
