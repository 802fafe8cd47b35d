import { type EpochMs, formatInstant, type Job } from '@counterfoil/domain'
import type { Device } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { requireOpenStore } from '../merchants/store.query'
import { dropLeases } from '../door/lease.repository'
import { ProblemError } from '../problem-error'
import { findDevice } from './device.query'
import { deviceChange, deviceGone, requireDevice } from './device-change'
import { insertCode, makePairing, type NewPairing } from './pairing'
import { dropCodes } from './pairing-code'
import { markPinsForChange } from './stolen'

export interface Paired {
  readonly device: Device
  readonly shown: NewPairing['shown']
}

export interface NewDevice {
  readonly store_id: string
  readonly label: string
  readonly jobs: readonly Job[]
}

/** A new device row that waits to be claimed. @throws ProblemError `NOT_FOUND`, `VALIDATION` */
export async function createDevice(by: ChangeBy, body: NewDevice): Promise<Paired> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const store = await requireOpenStore(deps.db, merchant_id, body.store_id)
  const id = deps.newId()
  const jobs = unique(body.jobs)
  const of = { merchant_id, device_id: id, store }
  const pairing = await makePairing(deps, of, now)
  return change(by, 'device.create', ['devices'], async (trx) => {
    const { store_id, label } = body
    const created_at = formatInstant(now)
    await trx
      .insertInto('device')
      .values({ merchant_id, id, store_id, label, jobs, created_at, ...pairing.columns })
      .execute()
    await insertCode(trx, of, pairing.code)
    const device = await present(trx, merchant_id, id, now)
    return {
      answer: { device, shown: pairing.shown },
      subject_id: id,
      detail: { label, jobs, store_code: store.code },
      feed: [deviceChange({ id, label, jobs, store })],
    }
  })
}

/** The old token dies with this; the row keeps its name, its place and its history. */
export async function pairDeviceAgain(by: ChangeBy, id: string): Promise<Paired> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const facts = await requireDevice(deps.db, merchant_id, id)
  const of = { merchant_id, device_id: id, store: facts.store }
  const pairing = await makePairing(deps, of, now)
  return change(by, 'device.pair_again', ['devices'], async (trx) => {
    await trx
      .updateTable('device')
      .set({
        ...pairing.columns,
        jkt: null,
        refused_claim_at: null,
        revoked_at: null,
        revoke_reason: null,
        stolen_at: null,
      })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    await insertCode(trx, of, pairing.code)
    const device = await present(trx, merchant_id, id, now)
    const { label } = device
    return {
      answer: { device, shown: pairing.shown },
      subject_id: id,
      detail: { label },
      feed: [deviceChange(await requireDevice(trx, merchant_id, id))],
    }
  })
}

export interface DevicePatch {
  readonly label?: string | undefined
  readonly jobs?: readonly Job[] | undefined
}

export function updateDevice(by: ChangeBy, id: string, patch: DevicePatch): Promise<Device> {
  const { merchant_id } = by.caller
  return change(by, 'device.update', ['devices'], async (trx) => {
    const before = await requireDevice(trx, merchant_id, id)
    const { label = before.label, jobs = before.jobs } = patch
    const after = { ...before, label, jobs: unique(jobs) }
    await trx
      .updateTable('device')
      .set({ label, jobs: after.jobs })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return {
      answer: await present(trx, merchant_id, id, by.now),
      subject_id: id,
      detail: { label, jobs: after.jobs },
      feed: [deviceChange(after)],
    }
  })
}

export interface Revocation {
  readonly reason: string
  readonly stolen?: boolean | undefined
}

/**
 * From its commit on, no node takes anything from the tablet. Revoking twice keeps the first word;
 * that it was stolen can be said later, too.
 */
export function revokeDevice(by: ChangeBy, id: string, word: Revocation): Promise<Device> {
  const { merchant_id } = by.caller
  const { reason, stolen = false } = word
  const action = stolen ? 'device.stolen' : 'device.revoke'
  return change(by, action, stolen ? ['devices', 'staff'] : ['devices'], async (trx) => {
    await setRevoked(trx, by, id, word)
    const device = await present(trx, merchant_id, id, by.now)
    await dropCodes(trx, merchant_id, id)
    const pins_due = stolen ? await markPinsForChange(trx, merchant_id, id) : undefined
    return {
      answer: device,
      subject_id: id,
      detail: { label: device.label, reason, ...(stolen && { pins_due }) },
      feed: [deviceGone(id), ...(await dropLeases(trx, merchant_id, id))],
    }
  })
}

async function setRevoked(
  trx: Transaction<Database>,
  { caller, now }: ChangeBy,
  id: string,
  { reason, stolen = false }: Revocation,
): Promise<void> {
  const at = formatInstant(now)
  const device = trx
    .updateTable('device')
    .where('merchant_id', '=', caller.merchant_id)
    .where('id', '=', id)
  const revoked = { revoked_at: at, revoke_reason: reason }
  await device.set(revoked).where('revoked_at', 'is', null).execute()
  if (stolen) await device.set({ stolen_at: at }).where('stolen_at', 'is', null).execute()
}

async function present(
  trx: Parameters<typeof findDevice>[0],
  merchantId: string,
  id: string,
  now: EpochMs,
): Promise<Device> {
  const device = await findDevice(trx, merchantId, id, now)
  if (device === undefined) throw new ProblemError('NOT_FOUND', 'There is no such tablet.')
  return device
}

function unique(jobs: readonly Job[]): Job[] {
  return [...new Set(jobs)]
}
