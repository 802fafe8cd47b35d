import {
  chainHash,
  DOUBLE_TAP,
  GENESIS_HASH,
  type Json,
  localDayOf,
  MINUTE,
  punchAction,
} from '@counterfoil/domain'
import { cardState } from '@counterfoil/sync'
import { sha256Hex } from '../../server/src/sync/ledger-chain'
import { checkClocks } from './check-clock'
import { checkDoor } from './check-door'
import { SETTINGS, type SimShop, TIME_ZONE, type Unlock } from './shop'
import { loadStored, type Stored } from './stored'
import type { SimTablet } from './tablet'
import type { Witness } from './witness'

/** An operation's time may be reckoned wrongly by the longest half round trip, and a little drift. */
const CLOCK_TOLERANCE = 12_000

const TO_SEE: ReadonlySet<string> = new Set([
  'RECOVERED',
  'ALREADY_CLOCKED_IN',
  'ALREADY_CLOCKED_OUT',
  'LONG_SHIFT',
])

/** All that must hold once everything is quiet, I1 to I15; what does not becomes a fault. */
export async function check(
  shop: SimShop,
  tablets: readonly SimTablet[],
  witness: Witness,
): Promise<void> {
  const stored = await loadStored(shop.deps.db, shop.merchant_id)
  checkNothingLost(stored, witness)
  checkTablets(stored, tablets, witness)
  await checkClocks(stored, tablets, witness)
  checkOnce(stored, witness)
  checkBalances(stored, witness)
  checkWindows(stored, shop, witness)
  checkPunches(stored, witness)
  checkDoor(stored, shop, tablets, witness)
  checkChain(stored, witness)
  checkPins(stored, shop.unlocks, witness)
  checkTimes(stored, witness)
  checkReviews(stored, witness)
}

/** I1, I15: what a person was told is saved has exactly one verdict, the one that was spoken. */
function checkNothingLost({ operations }: Stored, witness: Witness): void {
  const byId = new Map(operations.map((op) => [op.id, op]))
  for (const { id, tablet } of witness.saved.values()) {
    if (!byId.has(id) && !witness.gone.has(id)) witness.fault(`I1: ${id} of ${tablet} is lost`)
  }
  for (const { id } of operations) {
    if (!witness.made.has(id)) witness.fault(`I15: nobody made ${id}`)
  }
  for (const [id, verdict] of witness.verdicts) {
    const op = byId.get(id)
    const said = JSON.parse(verdict) as { status: string; code: string | null }
    const kept = op !== undefined && op.status === said.status && op.code === said.code
    if (!kept) witness.fault(`I10: ${id} was answered ${verdict} and is ${op?.status ?? 'gone'}`)
  }
}

/** I15: every queue is empty and shows the server's verdicts; every copy is the original. */
function checkTablets(stored: Stored, tablets: readonly SimTablet[], witness: Witness): void {
  const byId = new Map(stored.operations.map((op) => [op.id, op]))
  for (const { name, storage } of tablets) {
    const { disk } = storage
    for (const row of disk.outbox.values()) {
      if (row.state !== 'answered')
        witness.fault(`I15: ${name} still holds ${row.id}: ${row.state}`)
      const op = byId.get(row.id)
      const same = op?.status === row.verdict?.status && op?.code === row.verdict?.code
      if (!same) witness.fault(`I2: ${name} shows another verdict on ${row.id}`)
    }
    for (const card of stored.cards) {
      const row = disk.cards.get(card.id)
      const effects = [...disk.effects.values()].filter(({ card_id }) => card_id === card.id)
      const state = row === undefined ? undefined : cardState(row, effects)
      if (state?.total !== card.stamps || state.points !== card.points) {
        const held = JSON.stringify([row, effects])
        const { stamps, points } = card
        witness.fault(`I15: the server has ${stamps} stamps, ${points} points; ${name} ${held}`)
      }
    }
  }
}

/** I2: each operation has one entry in the ledger, and nothing else has any. */
function checkOnce({ operations, entries }: Stored, witness: Witness): void {
  const causes = entries.map(({ op_id }) => op_id)
  if (new Set(causes).size !== causes.length) witness.fault('I2: two entries of one operation')
  if (causes.length !== operations.length) {
    witness.fault(`I2: ${causes.length} entries of ${operations.length} operations`)
  }
  const numbers = operations.map(({ device_id, incarnation, seq, code }) =>
    code === 'SEQ_REUSED' ? null : `${device_id}/${incarnation}/${seq}`,
  )
  for (const { device_id, incarnation, code, seq } of operations) {
    const stream = `${device_id}/${incarnation}`
    if (code === 'SEQ_REUSED' && !witness.putBack.has(stream)) {
      witness.fault(`I1: ${stream} numbers ${seq} twice`)
    }
  }
  const taken = numbers.filter((number) => number !== null)
  if (new Set(taken).size !== taken.length) witness.fault('I2: two operations under one number')
}

/** I3: what a card holds is the sum of its entries, and of its movements; never less than 0. */
function checkBalances({ cards, entries, stamps, movements }: Stored, witness: Witness): void {
  for (const card of cards) {
    const isMine = ({ card_id }: { readonly card_id: string | null }) => card_id === card.id
    const given = sum(stamps.filter(isMine).map(({ count }) => count))
    for (const what of ['stamps', 'points'] as const) {
      const ledger = sum(entries.filter(isMine).map(({ body }) => Number(body[what] ?? 0)))
      const moved = sum(movements.filter(isMine).map((one) => one[what]))
      const rows = moved + (what === 'stamps' ? given : 0)
      if (ledger !== card[what] || rows !== card[what] || ledger < 0) {
        witness.fault(`I3: card ${card.id}: ${card[what]} ${what}, ledger ${ledger}, rows ${rows}`)
      }
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** I5: no two stamps that count within the cooldown, no local day above its limit. */
function checkWindows({ stamps }: Stored, shop: SimShop, witness: Witness): void {
  for (const { id, program } of shop.cards) {
    const mine = stamps
      .filter(({ card_id }) => card_id === id)
      .toSorted((a, b) => a.occurred_at - b.occurred_at)
    const days = new Map<string, number>()
    for (const [index, { occurred_at, count }] of mine.entries()) {
      const before = mine[index - 1]?.occurred_at ?? Number.NEGATIVE_INFINITY
      if (occurred_at - before < program.cooldown_minutes * MINUTE) {
        witness.fault(`I5: two stamps on ${id} within the cooldown`)
      }
      const day = localDayOf(occurred_at, TIME_ZONE)
      days.set(day, (days.get(day) ?? 0) + count)
    }
    for (const [day, count] of days) {
      if (count > program.daily_limit) witness.fault(`I5: ${count} stamps on ${id} on ${day}`)
    }
  }
}

/** R-081, I2: no punch counts twice, none beside its double tap, and the ledger tells which count. */
function checkPunches({ punches, entries }: Stored, witness: Witness): void {
  for (const [index, { op_id, staff_id, action, occurred_at }] of punches.entries()) {
    const twin = punches.slice(index + 1).find((other) => {
      const near = Math.abs(other.occurred_at - occurred_at) <= DOUBLE_TAP
      return near && other.staff_id === staff_id && other.action === action
    })
    if (twin !== undefined) witness.fault(`R-081: ${op_id} and ${twin.op_id} both count`)
  }
  const accepted = entries.filter(({ status }) => status === 'accepted')
  const undone = new Set(accepted.map(({ body }) => body['target_op_id']))
  const counting = accepted.filter(
    ({ kind, op_id }) => punchAction(kind) !== undefined && !undone.has(op_id),
  )
  const told = new Set(counting.map(({ op_id }) => op_id))
  const strays = punches.filter(({ op_id }) => !told.has(op_id))
  if (strays.length > 0 || told.size !== punches.length) {
    witness.fault(`I2: ${punches.length} punches count, the ledger tells of ${told.size}`)
  }
}

/** I7: gapless, and every hash follows from the entry and the one before. */
function checkChain({ entries, head }: Stored, witness: Witness): void {
  let previous = GENESIS_HASH
  for (const [index, entry] of entries.entries()) {
    const hash = chainHash(sha256Hex, previous, entry.body as Readonly<Record<string, Json>>)
    const sound = entry.n === index + 1 && entry.prev_hash === previous && entry.hash === hash
    if (!sound) witness.fault(`I7: entry ${entry.n} does not follow`)
    previous = entry.hash
  }
  if (head.ledger_n !== entries.length || head.ledger_hash !== previous) {
    witness.fault('I7: the head is not the last entry')
  }
}

/** I9, told from the verdicts alone, in the order in which they were made. */
function checkPins({ signOns }: Stored, unlocks: readonly Unlock[], witness: Witness): void {
  const wrong = new Map<string, number>()
  const until = new Map<string, number>()
  const tested = new Map<string, number>()
  // By the ledger's numbers: the servers' clocks differ, and an unlock has no time of theirs.
  const placed = [
    ...signOns.map((event) => ({ event, place: event.n })),
    ...unlocks.map((event) => ({ event, place: event.after + 0.5 })),
  ]
  for (const { event } of placed.toSorted((a, b) => a.place - b.place)) {
    if (event.type === 'unlock') {
      tested.delete(event.staff_id)
      for (const key of wrong.keys()) if (key.endsWith(event.staff_id)) wrong.delete(key)
      for (const key of until.keys()) if (key.endsWith(event.staff_id)) until.delete(key)
      continue
    }
    const key = `${event.device_id}/${event.staff_id}`
    const looked = event.status === 'accepted' || event.code === 'PIN_WRONG'
    if (looked && event.occurred_at < (until.get(key) ?? 0)) {
      witness.fault(`I9: a PIN was tested under the lock of ${key}`)
    }
    if (event.status === 'accepted') wrong.delete(key)
    if (event.code !== 'PIN_WRONG') continue
    const total = (tested.get(event.staff_id) ?? 0) + 1
    tested.set(event.staff_id, total)
    if (total > SETTINGS.person_pin_attempts) {
      witness.fault(`I9: ${total} wrong PINs of ${event.staff_id} were tested`)
    }
    // A lock that is over starts a new count.
    const count = (until.has(key) ? 0 : (wrong.get(key) ?? 0)) + 1
    until.delete(key)
    wrong.set(key, count)
    if (count >= SETTINGS.device_pin_attempts) {
      until.set(key, event.occurred_at + SETTINGS.device_lock_minutes * MINUTE)
      wrong.delete(key)
    }
  }
}

/** Where the tablet knew the server's clock, the reckoned time is the true one. */
function checkTimes({ operations }: Stored, witness: Witness): void {
  for (const { id, occurred_at, flags } of operations) {
    const saved = witness.saved.get(id)
    if (saved === undefined || flags.some((flag) => flag.startsWith('CLOCK_'))) continue
    const off = occurred_at - saved.true_at
    if (Math.abs(off) > CLOCK_TOLERANCE) witness.fault(`R-001: ${id} is ${off} ms off`)
  }
}

/** A yes that became a no, whatever was recovered, and odd punches are put before a person. */
function checkReviews({ operations, reviews }: Stored, witness: Witness): void {
  const open = new Set(reviews.map(({ op_id }) => op_id))
  for (const { id, shown, status, flags } of operations) {
    const surprise = shown?.status === 'accepted' && status === 'rejected'
    const odd = flags.some((flag) => TO_SEE.has(flag))
    if ((surprise || odd) && !open.has(id)) {
      witness.fault(`R-050: nobody is told of ${id}`)
    }
  }
}
