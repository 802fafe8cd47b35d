import { ACCEPTED, epochMs, type Verdict } from '@counterfoil/domain'
import { createStore } from '../src/app/store'
import type { DoorDesk, DoorTicket, Evening, Occupancy } from '../src/door-desk'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const EVENING: Evening = {
  id: id(700),
  title: 'Hamlet in the harbour',
  starts_at: epochMs(Date.now() + 40 * 60_000),
  opens_at: epochMs(Date.now() - 20 * 60_000),
  capacity: 300,
  reentry: false,
  pin_required: false,
  inside: 212,
}
const OTHER: Evening = {
  ...EVENING,
  id: id(701),
  title: 'The long night of short plays, with an interval and soup',
  starts_at: epochMs(Date.now() + 26 * 3_600_000),
  opens_at: null,
  pin_required: true,
  inside: 0,
}

export const TICKET: DoorTicket = {
  token: 'v1.a.b',
  name: 'Mara Klein',
  listed: true,
  proof: null,
  party_size: 4,
  admitted: 0,
  inside: 0,
  performance: EVENING,
}

/** A door without an engine, for looking at screens. */
export interface FakeDoor extends DoorDesk {
  next: Verdict
  ticket: DoorTicket
  pending: boolean
  crowd: Occupancy
}

export function createFakeDoor(): FakeDoor {
  let ops = 0
  const detail = { inside: 216, capacity: 300, admitted: 4, party_size: 4 }
  const door: FakeDoor = {
    next: { ...ACCEPTED, detail },
    ticket: TICKET,
    pending: false,
    crowd: {
      inside: 212,
      capacity: 300,
      as_of: epochMs(Date.now()),
      silent: null,
      others: 2,
      leased: null,
    },
    performances: createStore<readonly Evening[] | null>([EVENING, OTHER]),
    occupancy: () => createStore<Occupancy | null>(door.crowd),
    read: async () => ({ kind: 'ticket', ticket: door.ticket }),
    chosen: async () => door.ticket,
    preview: async () => door.next,
    act: async () => {
      ops += 1
      return {
        kind: 'decided',
        op_id: id(4_000 + ops),
        verdict: door.next,
        by: 'tablet',
        pending: door.pending,
        stamps: null,
        undo_until: door.next.status === 'accepted' ? epochMs(Date.now() + 8_000) : null,
      }
    },
    find: async (_, typed) => ({
      guests: NAMES.filter((name) => name.toLowerCase().includes(typed.toLowerCase())).map(
        (name, n) => ({
          ticket_id: id(800 + n),
          name,
          party_size: n + 1,
          admitted: n % 2,
          status: (['confirmed', 'unconfirmed', 'revoked'] as const)[n % 3] ?? 'confirmed',
        }),
      ),
      more: typed.length === 1,
    }),
  }
  return door
}

const NAMES = [
  'Mara Klein',
  'Marc-Antoine Schneider-Hoffmann de la Fontaine',
  'Maria da Conceição dos Santos',
  'Maximiliane-Katharina Donaudampfschifffahrtsgesellschaftskapitänswitwe',
]
