import {
  DEFAULT_SETTINGS,
  type EpochMs,
  formatInstant,
  type Id,
  type Job,
} from '@counterfoil/domain'
import { LIMITS } from '@counterfoil/protocol'
import type { Identity } from '@counterfoil/sync'
import { forMerchant } from '../../server/src/db/wall/merchant-scope'
import type { Deps } from '../../server/src/deps'
import { deviceChange } from '../../server/src/devices/device-change'
import { bindKey } from '../../server/src/devices/claim.repository'
import { revokeDevice } from '../../server/src/devices/device.repository'
import { pairingColumns } from '../../server/src/devices/pairing'
import { insertCards } from '../../server/src/loyalty/card.repository'
import { insertProgram, USUAL_POINTS } from '../../server/src/loyalty/program.repository'
import { insertReward } from '../../server/src/loyalty/reward.table'
import { createMerchant } from '../../server/src/merchants/create-merchant'
import { currentSealingKey } from '../../server/src/merchants/sealing-key'
import { updateSettings } from '../../server/src/merchants/settings'
import { insertStore } from '../../server/src/merchants/store.repository'
import { insertStaff, unlockStaff } from '../../server/src/people/staff.repository'
import { loadStaffChanges } from '../../server/src/people/staff-change'
import { preparePin } from '../../server/src/people/pin'
import { publish } from '../../server/src/sync/feed'
import { enterLane } from '../../server/src/sync/lane'
import { Credentials } from './credentials'
import type { Dice } from './dice'
import { openHouse, type SimHouse } from './door'
import { PUBLIC_URL, type Node } from './nodes'
import { sha256 } from './seal'

export const TIME_ZONE = 'Europe/Luxembourg'
/** What a program says that nothing here depends on. */
const PLAIN = { name: 'P', stamps_required: 4, reward: '', currency: 'EUR' } as const
const NO_WINDOWS = { cooldown_minutes: 0, daily_limit: 1000 } as const

type Trx = Parameters<typeof publish>[0]

const JOBS: readonly Job[] = ['loyalty', 'clock', 'door']

/** Small numbers, so that every limit is met within minutes. */
export const SETTINGS = {
  ...DEFAULT_SETTINGS,
  device_pin_attempts: 2,
  device_lock_minutes: 4,
  person_pin_attempts: 5,
  sign_on_seconds: { ...DEFAULT_SETTINGS.sign_on_seconds, loyalty: 60 },
}

export interface SimCard {
  readonly id: Id
  readonly token: string
  readonly program: SimProgram
}

export interface SimProgram {
  readonly id: Id
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
}

export interface SimPerson {
  readonly id: Id
  readonly pin: string
}

/** A manager unlocked somebody, when the ledger had so many entries. */
export interface Unlock {
  readonly type: 'unlock'
  readonly staff_id: Id
  readonly after: number
}

/** A merchant in the real database, and what its manager does at the console. */
export class SimShop {
  readonly programs: SimProgram[] = []
  readonly cards: SimCard[] = []
  /** Cards that gather points; what they buy is {@link reward}. */
  readonly pointCards: SimCard[] = []
  /** Costs what one or two purchases earn. */
  readonly reward: Id
  readonly people: SimPerson[] = []
  readonly unlocks: Unlock[] = []
  #house: SimHouse | undefined
  /** Everything a tablet of this merchant may ever hear of. */
  readonly known = new Set<Id>()
  readonly merchant_id: Id
  readonly store: { readonly id: Id; readonly code: string }

  private constructor(
    readonly node: Node,
    readonly dice: Dice,
  ) {
    this.merchant_id = this.#newId()
    this.reward = this.#newId()
    this.store = { id: this.#newId(), code: 'SIM-1' }
  }

  static async open(node: Node, dice: Dice): Promise<SimShop> {
    const shop = new SimShop(node, dice)
    await shop.#found()
    return shop
  }

  #newId(): Id {
    const id = this.node.deps.newId()
    this.known.add(id)
    return id
  }

  /** Where there is a performance today. */
  get house(): SimHouse {
    if (this.#house === undefined) throw new Error('not founded yet')
    return this.#house
  }

  /** The server's parts as a merchant's route gets them. */
  get deps(): Deps {
    const { deps } = this.node
    return { ...deps, db: forMerchant(deps.db, this.merchant_id) }
  }

  get #by() {
    const { deps } = this
    const caller = { merchant_id: this.merchant_id, account_id: null }
    return { deps, caller, ip: null, now: deps.now() }
  }

  async #found(): Promise<void> {
    const { deps } = this
    const { merchant_id, dice } = this
    const now = deps.now()
    const pins = await Promise.all(PINS.map((pin) => preparePin(deps, pin)))
    await deps.db.transaction().execute(async (trx) => {
      await createMerchant(trx, deps, { merchant_id, name: 'Sim', currency: 'EUR' }, now)
      const store = { ...this.store, name: 'Sim', time_zone: TIME_ZONE }
      await insertStore(trx, merchant_id, store, now)
      await enterLane(trx, merchant_id)
      for (const pin_required of [false, true]) {
        const rules = {
          id: this.#newId(),
          cooldown_minutes: dice.between(1, 3),
          daily_limit: dice.between(3, 6),
          pin_required,
        }
        const program = {
          ...rules,
          ...PLAIN,
          kind: 'stamps',
          ...USUAL_POINTS,
        } as const
        await publish(trx, merchant_id, await insertProgram(trx, merchant_id, program, now))
        this.programs.push(rules)
        for (let n = 0; n < 3; n += 1) {
          this.cards.push(await this.#issue(trx, rules, n, now))
        }
      }
      const points: SimProgram = { id: this.#newId(), ...NO_WINDOWS, pin_required: false }
      const program = { ...points, ...PLAIN, kind: 'points', ...USUAL_POINTS } as const
      await publish(trx, merchant_id, await insertProgram(trx, merchant_id, program, now))
      const reward = { id: this.reward, program_id: points.id, name: 'R', cost: 15 }
      await publish(trx, merchant_id, await insertReward(trx, merchant_id, reward, now))
      for (let n = 0; n < 2; n += 1) this.pointCards.push(await this.#issue(trx, points, n, now))
      for (const [index, pin] of pins.entries()) {
        const person = { id: this.#newId(), pin: PINS[index] ?? '' }
        const row = { id: person.id, name: 'A', personnel_number: String(index), badge_hash: null }
        await insertStaff(trx, merchant_id, { ...row, pin }, now)
        this.people.push(person)
      }
      const ids = this.people.map(({ id }) => id)
      await publish(trx, merchant_id, await loadStaffChanges(trx, merchant_id, ids))
    })
    await updateSettings(this.#by, SETTINGS)
    const rules = { capacity: dice.between(3, 8), reentry: dice.chance(0.5) }
    this.#house = await openHouse(this.#by, rules)
    for (const id of this.#house.ids) this.known.add(id)
  }

  async #issue(trx: Trx, program: SimProgram, nth: number, now: EpochMs): Promise<SimCard> {
    const token = `card-of-${program.id}-${nth}`.slice(-22)
    const card = { id: this.#newId(), token, program }
    const fresh = [{ id: card.id, token_hash: sha256(token) }]
    const of = { program_id: program.id }
    const { feed } = await insertCards(trx, this.merchant_id, of, fresh, now)
    await publish(trx, this.merchant_id, feed)
    return card
  }

  /** A new device row, paired and claimed at once. */
  async pair(): Promise<{ readonly identity: Identity; readonly credentials: Credentials }> {
    const { deps } = this
    const id = this.#newId()
    const { merchant_id, store } = this
    const now = deps.now()
    await deps.db.transaction().execute(async (trx) => {
      await enterLane(trx, merchant_id)
      const columns = pairingColumns(deps.newId(), now)
      const row = { merchant_id, id, store_id: store.id, label: 'T', jobs: [...JOBS], ...columns }
      await trx
        .insertInto('device')
        .values({ ...row, created_at: formatInstant(now) })
        .execute()
      const names = { ...store, name: 'Sim', time_zone: TIME_ZONE }
      await publish(trx, merchant_id, [deviceChange({ id, label: 'T', jobs: JOBS, store: names })])
    })
    return this.pairAgain(id)
  }

  /** Pairs a device row anew; its tokens of before die. */
  async pairAgain(
    id: Id,
  ): Promise<{ readonly identity: Identity; readonly credentials: Credentials }> {
    const { deps } = this
    const { merchant_id, store } = this
    const now = deps.now()
    const columns = pairingColumns(deps.newId(), now)
    const named = { merchant_id, device_id: id, store_id: store.id, jti: columns.jti }
    const proven = { ...named, jkt: `key of ${columns.jti}`, expired: false }
    const incarnation = await deps.db.transaction().execute(async (trx) => {
      await enterLane(trx, merchant_id)
      await trx
        .updateTable('device')
        .set({ ...columns, jkt: null, revoked_at: null, revoke_reason: null })
        .where('merchant_id', '=', merchant_id)
        .where('id', '=', id)
        .execute()
      const by = { app_version: '1.0.0', platform: 'simulation', ip: null }
      if (!(await bindKey(trx, proven, by, now))) throw new Error('the pairing was not taken')
      const names = { ...store, name: 'Sim', time_zone: TIME_ZONE }
      await publish(trx, merchant_id, [deviceChange({ id, label: 'T', jobs: JOBS, store: names })])
      const row = await trx
        .selectFrom('device')
        .select('incarnation')
        .where('merchant_id', '=', merchant_id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return row.incarnation
    })
    const identity: Identity = {
      state: 'paired',
      api_url: `${PUBLIC_URL}/api/v1`,
      device: { id, label: 'T', jobs: [...JOBS] },
      store: { ...store, name: 'Sim', time_zone: TIME_ZONE },
      merchant: { id: merchant_id, name: 'Sim' },
      incarnation,
      sealing_key: await currentSealingKey(deps.db, merchant_id),
      limits: { ...LIMITS },
    }
    return { identity, credentials: new Credentials(proven) }
  }

  async revoke(id: Id): Promise<void> {
    await revokeDevice(this.#by, id, { reason: 'simulated' })
  }

  async unlock(person: SimPerson): Promise<void> {
    await unlockStaff(this.#by, person.id)
    const { ledger_n } = await this.deps.db
      .selectFrom('merchant_head')
      .select('ledger_n')
      .where('merchant_id', '=', this.merchant_id)
      .executeTakeFirstOrThrow()
    this.unlocks.push({ type: 'unlock', staff_id: person.id, after: ledger_n })
  }
}

const PINS = ['730528', '864209']
