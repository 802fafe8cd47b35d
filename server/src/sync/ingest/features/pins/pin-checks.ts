import {
  countWrongPin,
  type EpochMs,
  type Id,
  lockedUntil,
  NO_FAILURES,
  NO_WRONG_PINS,
  type PinCheck,
  pinFits,
} from '@counterfoil/domain'
import type { Deps } from '../../../../deps'
import type { StoredPin } from '../../../../pins/pin-checker'
import { type KeyOf, openSealedPin } from '../../../../pins/sealed-pin'
import type { Batch, BatchOp } from '../../batch'
import { personPins } from './facts'
import { type PersonPinFacts, type PinFacts, readPinFacts } from './pins-before-lane'

/** A PIN looked at before the lane, and which stored PINs it was compared with. */
export interface CheckedPin {
  readonly pin: PinCheck
  /** {@link pinVersions} then; when they are others behind the lane, it is looked at again. */
  readonly versions: string
}

export type PinChecks = Map<BatchOp, CheckedPin>

/** Names a state of a person's PINs: which there are and when each was replaced. */
export function pinVersions(
  pins: readonly { readonly version: number; readonly replaced_at: EpochMs | null }[],
): string {
  return pins
    .map(({ version, replaced_at }) => `${version}:${replaced_at ?? ''}`)
    .sort()
    .join()
}

/**
 * Looks at the sealed PINs of a batch before the lane is taken: this is the slow part. People that
 * the counts say are locked are passed over (nobody's PIN is tested while they are locked), as are
 * sign-ons that have their verdict. Should the lane need one that was passed over, it asks again.
 *
 * @param asked those that the lane asked for: looked at whatever the counts said before
 */
export async function checkPins(
  deps: Pick<Deps, 'db' | 'pins'>,
  keyOf: KeyOf,
  batch: Batch,
  checks: PinChecks,
  asked: ReadonlySet<BatchOp>,
): Promise<void> {
  const signOns = batch.ops.filter(({ op }) => op?.kind === 'staff.sign_on')
  if (signOns.length === 0 || batch.stream === undefined) return
  const facts = await readPinFacts(deps.db, batch, signOns)
  const byPerson = new Map<Id, BatchOp[]>()
  for (const op of signOns) {
    const id = staffOf(op)
    byPerson.set(id, [...(byPerson.get(id) ?? []), op])
  }
  await Promise.all(
    [...byPerson].map(async ([id, ops]) => {
      const person = facts.people.get(id)
      if (person === undefined) return
      await checkPerson({ deps, keyOf, batch, checks, asked, facts, person }, ops)
    }),
  )
}

function staffOf({ op }: BatchOp): Id {
  return op?.kind === 'staff.sign_on' ? op.data.staff_id : ''
}

interface Work {
  readonly deps: Pick<Deps, 'pins'>
  readonly keyOf: KeyOf
  readonly batch: Batch
  readonly checks: PinChecks
  readonly asked: ReadonlySet<BatchOp>
  readonly facts: PinFacts
  readonly person: PersonPinFacts
}

/** One after the other: each wrong PIN counts before the next is tested. */
async function checkPerson(work: Work, ops: readonly BatchOp[]): Promise<void> {
  const { batch, checks, asked, facts, person } = work
  const versions = pinVersions(person.pins)
  let counter = person.counter ?? NO_WRONG_PINS
  let all = person.person === null ? NO_FAILURES : personPins(person.person)
  const { received_at } = batch
  for (const op of ops) {
    const occurred_at = op.reckoned ?? received_at
    const locked = lockedUntil(counter, all, occurred_at, received_at) !== undefined
    if (facts.known.has(op.id) || (locked && !asked.has(op))) continue
    const before = checks.get(op)
    const checked =
      before?.versions === versions ? before : { pin: await checkOne(work, op), versions }
    checks.set(op, checked)
    if (checked.pin === 'unreadable') continue
    if (pinFits(checked.pin, occurred_at)) counter = NO_WRONG_PINS
    else {
      const failure = { occurred_at, received_at }
      const wrong = countWrongPin(facts.settings, { counter, person: all }, failure)
      counter = wrong.counter
      all = wrong.person
    }
  }
}

async function checkOne({ deps, keyOf, batch, person }: Work, op: BatchOp): Promise<PinCheck> {
  if (op.op?.kind !== 'staff.sign_on') return 'unreadable'
  const opened = await openSealedPin(op.op.data.sealed_pin, keyOf)
  const meant =
    opened?.op === op.id && opened.device === batch.stream?.device_id && opened.staff === person.id
  if (!meant) return 'unreadable'
  const { merchant_id } = batch.sender
  const fitting = await deps.pins.check(merchant_id, person.id, opened.pin, thatMayFit(person, op))
  return { fits: fitting.map(({ replaced_at }) => replaced_at) }
}

/** The present PIN first, then former ones that were not yet replaced when the op occurred. */
function thatMayFit({ pins }: PersonPinFacts, { reckoned }: BatchOp): StoredPin[] {
  const former = pins.filter(
    ({ replaced_at }) => replaced_at !== null && (reckoned === undefined || reckoned < replaced_at),
  )
  return [...pins.filter(({ replaced_at }) => replaced_at === null), ...former]
}
