import type { EpochMs, Id, MerchantSettings, PinCounter } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../../db/schema'
import type { StoredPin } from '../../../../pins/pin-checker'
import type { Batch, BatchOp } from '../../batch'
import type { PersonLocks } from './facts'
import { ms } from '../../sql-parts'
import { personLocks, pinCounter } from './read'

/** A person as known before the lane is taken; all of it is looked at again behind it. */
export interface PersonPinFacts {
  readonly id: Id
  readonly pins: readonly StoredPin[]
  readonly counter: PinCounter | null
  readonly person: PersonLocks | null
}

export interface PinFacts {
  readonly settings: MerchantSettings
  /** Sign-ons that have their verdict: their PINs are not looked at again. */
  readonly known: ReadonlySet<Id>
  readonly people: ReadonlyMap<Id, PersonPinFacts>
}

interface Row {
  readonly settings: MerchantSettings
  readonly known: readonly Id[] | null
  readonly people: readonly PersonRow[] | null
}

interface PersonRow extends Omit<PersonPinFacts, 'pins'> {
  readonly pins: readonly (readonly [number, EpochMs | null, string])[] | null
}

/** Reads, in one statement, what the checks of a batch's PINs need. */
export async function readPinFacts(
  db: Kysely<Database>,
  batch: Batch,
  signOns: readonly BatchOp[],
): Promise<PinFacts> {
  const merchant = sql`${batch.sender.merchant_id}::uuid`
  const ids = signOns.map(({ id }) => id)
  const staff = signOns.flatMap(({ op }) => (op?.kind === 'staff.sign_on' ? op.data.staff_id : []))
  const { rows } = await sql<Row>`
    select (select settings from merchant where merchant_id = ${merchant}) as settings,
      (select json_agg(id) from operation
        where merchant_id = ${merchant} and id = any(${ids}::uuid[])) as known,
      (select json_agg(json_build_object('id', s.id,
          'counter', ${pinCounter(merchant, batch.stream?.device_id ?? null)},
          'person', ${personLocks(merchant)},
          'pins', (select json_agg(json_build_array(version, ${ms('replaced_at')},
               encode(hash_sealed, 'base64')) order by version desc)
             from staff_pin p where p.merchant_id = ${merchant} and p.staff_id = s.id)))
         from staff s where s.merchant_id = ${merchant} and s.active
          and s.id = any(${staff}::uuid[])) as people`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a table answers one row')
  return {
    settings: row.settings,
    known: new Set(row.known),
    people: new Map((row.people ?? []).map((person) => [person.id, personOf(person)])),
  }
}

function personOf({ id, counter, person, pins }: PersonRow): PersonPinFacts {
  const stored = (pins ?? []).map(([version, replaced_at, hash]) => ({
    version,
    replaced_at,
    hash_sealed: Buffer.from(hash, 'base64'),
  }))
  return { id, counter, person, pins: stored }
}
