import type { SimHouse } from './door'
import type { SimShop } from './shop'
import type { Stored } from './stored'
import type { SimTablet } from './tablet'
import type { Witness } from './witness'

/**
 * I4: never more people inside than places, no ticket used more often than it says, told from the
 * movements that count; the ledger and every tablet's copy have the same figures.
 */
export function checkDoor(
  stored: Stored,
  { house }: SimShop,
  tablets: readonly SimTablet[],
  witness: Witness,
): void {
  checkCrowd(stored, house, witness)
  checkTickets(stored, house, witness)
  const inside = sum(stored.people)
  const { performance_id } = house
  const entries = stored.entries.filter((entry) => entry.performance_id === performance_id)
  const ledger = entries.reduce((total, { body }) => total + Number(body['people'] ?? 0), 0)
  if (ledger !== inside || stored.inside !== inside) {
    witness.fault(`I4: ${inside} moved in, ledger ${ledger}, told ${stored.inside}`)
  }
  for (const { name, storage } of tablets) {
    const row = storage.disk.performances.get(performance_id)
    if (row?.inside !== inside) {
      witness.fault(`I15: ${inside} are inside, ${name} has ${row?.inside}`)
    }
  }
}

interface Moved {
  readonly people: number
  readonly occurred_at: number
}

/** The most that were inside at any moment; who leaves at the same time makes room first. */
function mostInside(moves: readonly Moved[]): number {
  const inOrder = moves.toSorted((a, b) => a.occurred_at - b.occurred_at || a.people - b.people)
  let [inside, most] = [0, 0]
  for (const { people } of inOrder) {
    inside += people
    most = Math.max(most, inside)
  }
  return most
}

function checkCrowd({ people }: Stored, { capacity }: SimHouse, witness: Witness): void {
  const most = mostInside(people)
  if (most > capacity) witness.fault(`I4: ${most} were inside, with ${capacity} places`)
}

function checkTickets({ people }: Stored, { tickets, reentry }: SimHouse, witness: Witness): void {
  for (const { id, party_size } of tickets) {
    const mine = people.filter(({ ticket_id }) => ticket_id === id)
    const used = reentry ? mostInside(mine) : sum(mine.filter((one) => one.people > 0))
    if (used > party_size || sum(mine) < 0) {
      witness.fault(`I4: ticket ${id} of ${party_size} was used by ${used}, ${sum(mine)} inside`)
    }
  }
}

function sum(moves: readonly { readonly people: number }[]): number {
  return moves.reduce((total, { people }) => total + people, 0)
}
