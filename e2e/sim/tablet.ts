import {
  type Id,
  type OpBody,
  type PinCheck,
  PUNCH_ACTIONS,
  punchAction,
} from '@counterfoil/domain'
import { createEngine, type Draft, type Engine, keepOp, type OutboxRow } from '@counterfoil/sync'
import type { Credentials } from './credentials'
import type { Dice } from './dice'
import { showTicket, type SimTicket } from './door'
import { idAt } from './ids'
import { Line, type LineParts } from './line'
import { createOutbox, createReplica, identityOf } from './memory-outbox'
import { fitsVerifier, sealPin, sha256 } from './seal'
import type { Schedule } from './schedule'
import type { SimCard, SimPerson, SimShop } from './shop'
import { copyDisk, type Disk, emptyDisk, tablesOf } from './memory-tables'
import { Storage } from './storage'
import { forgetPeople, becomePaired } from './pairing'
import { TabletClock } from './tablet-clock'

/** A page with its engine; whatever it waits for when it dies, it waits for in vain. */
interface Page {
  readonly engine: Engine
  alive: boolean
}

export interface TabletParts extends Omit<LineParts, 'known'> {
  readonly shop: SimShop
}

/** One tablet: the product's engine and rules on simulated clocks, storage and line. */
export class SimTablet {
  readonly name: string
  readonly schedule: Schedule
  readonly dice: Dice
  readonly clock: TabletClock
  readonly storage: Storage
  readonly line: Line
  page: Page | null = null
  credentials: Credentials | null = null
  /** Switched off for the night: nothing opens a page. */
  off = false
  #image: Disk | null = null
  readonly #awaited = new Set<Id>()

  constructor(readonly parts: TabletParts) {
    const { name, schedule, dice, shop } = parts
    this.name = name
    this.schedule = schedule
    this.dice = dice
    const skew = dice.pick([0, 0, dice.between(-120_000, 120_000), dice.between(-9e7, 9e7)])
    this.clock = new TabletClock(schedule, skew, (dice.next() - 0.5) / 2500)
    this.storage = new Storage(schedule, dice.fork())
    this.line = new Line({ ...parts, dice: dice.fork(), known: shop.known })
  }

  get identity() {
    return identityOf(this.storage.disk)
  }

  note(what: string): void {
    this.parts.witness.note(this.name, what)
  }

  // Life and death of its page.

  boot(): void {
    if (this.off || this.page !== null || this.identity?.state !== 'paired') return
    if (this.credentials !== null) this.page = this.#open(this.credentials)
  }

  kill(): void {
    if (this.page === null) return
    this.page.alive = false
    this.page.engine.stop()
    this.page = null
  }

  /** A second page takes over; the first goes on for a while before it notices. */
  doublePage(): void {
    const former = this.page
    if (former === null || this.credentials === null) return
    this.page = this.#open(this.credentials)
    this.schedule.after(5000, () => {
      former.alive = false
      former.engine.stop()
    })
  }

  #open(credentials: Credentials): Page {
    const { storage, clock } = this
    let alive = true
    const isAlive = () => alive
    const lostDraft: Parameters<typeof createOutbox>[0]['lostDraft'] = ([from_seq, to_seq]) => ({
      ...this.#draft(engine, { kind: 'device.lost', data: { from_seq, to_seq } }),
      lost: [from_seq, to_seq],
    })
    const onScreen = (id: Id) => this.#awaited.has(id)
    const ports = {
      outbox: createOutbox({ storage, alive: isAlive, lostDraft, onScreen }),
      replica: createReplica(storage, isAlive),
      transport: this.line.transport(credentials),
      clock,
      timers: clock.timers(isAlive),
      random: this.dice.next,
      health: async () => HEALTH,
    }
    const engine = createEngine(ports, {
      limits: { max_ops: this.dice.between(1, 20), max_bytes: 1024 * 1024 },
      onStop: (code) => {
        this.note(`stopped by ${code}`)
        void this.#stopped(isAlive, code === 'TERMINAL_DEVICE_REVOKED' ? 'revoked' : 'expired')
      },
    })
    engine.start()
    return {
      engine,
      get alive() {
        return alive
      },
      set alive(value) {
        alive = value
      },
    }
  }

  /** The server will have no more of it: people and cards go, what is unsent stays. */
  async #stopped(alive: () => boolean, state: 'revoked' | 'expired'): Promise<void> {
    await this.storage.write(alive, (tables) => forgetPeople(tables, this.storage.disk, state))
    this.kill()
  }

  // What people do with it.

  async #save(body: OpBody, more: Partial<Draft> = {}): Promise<OutboxRow | null> {
    const { page } = this
    if (page === null) return null
    const happened = this.schedule.now
    const draft = { ...this.#draft(page.engine, body), ...more }
    this.#awaited.add(draft.id)
    const row = await this.storage.write(
      () => page.alive,
      async (tables) => {
        const identity = this.identity
        return identity?.state === 'paired' ? keepOp(tables, identity, draft) : null
      },
    )
    if (row === null) return null
    // From here on a person has read "saved".
    this.parts.witness.saved.set(row.id, { id: row.id, tablet: this.name, true_at: happened })
    const word = row.local.verdict.code ?? row.local.verdict.status
    this.note(`saved ${row.kind} ${row.incarnation}/${row.seq} ${row.id.slice(-6)}: ${word}`)
    const verdict = await page.engine.submit(row.id)
    this.#awaited.delete(row.id)
    if (verdict !== null) this.note(`${row.id.slice(-6)} confirmed ${verdict.code ?? 'accepted'}`)
    return row
  }

  #draft(engine: Engine, body: OpBody): Draft {
    const id = idAt(this.schedule.now, this.dice)
    this.parts.witness.made.add(id)
    this.parts.shop.known.add(id)
    const { clock } = this
    return { id, body, at: clock.wall(), offset_ms: engine.offset(), sign_on: null, subject: null }
  }

  async stamp(card: SimCard): Promise<void> {
    const data = this.dice.chance(0.2) ? { count: 2 } : {}
    const sign_on = card.program.pin_required ? this.#signOn() : null
    await this.#save(
      { kind: 'loyalty.stamp', data: { card_token: card.token, ...data } },
      { sign_on, token_hash: sha256(card.token) },
    )
  }

  async earn(card: SimCard): Promise<void> {
    const amount_minor = this.dice.between(100, 3000)
    const data = { card_token: card.token, amount_minor, currency: 'EUR' }
    await this.#save({ kind: 'loyalty.earn', data }, { token_hash: sha256(card.token) })
  }

  /** Points for the reward, or a full card of stamps for what its program says. */
  async redeem(card: SimCard, reward_id: Id): Promise<void> {
    const sign_on = card.program.pin_required ? this.#signOn() : null
    const data = { card_token: card.token, reward_id }
    await this.#save({ kind: 'loyalty.redeem', data }, { sign_on, token_hash: sha256(card.token) })
  }

  async signOn(person: SimPerson, right: boolean): Promise<void> {
    const { identity, page } = this
    if (identity === undefined || page === null) return
    const pin = right ? person.pin : this.#wrongPin(person)
    const id = idAt(this.schedule.now, this.dice)
    const content = { pin, op: id, device: identity.device.id, staff: person.id }
    // Sealing is the one thing that takes real time on a tablet: the schedule waits for it.
    this.schedule.after(0, async () => {
      const sealed_pin = await sealPin(identity.sealing_key, content)
      if (!page.alive) return
      this.parts.witness.made.add(id)
      this.parts.shop.known.add(id)
      const data = { staff_id: person.id, sealed_pin }
      const check = this.#localCheck(person, pin)
      void this.#save({ kind: 'staff.sign_on', data }, { id, pin: check, job: 'loyalty' }).catch(
        (error: unknown) => this.failed(error),
      )
    })
  }

  #localCheck(person: SimPerson, pin: string): PinCheck {
    const verifier = this.storage.disk.staff.get(person.id)?.verifier
    const fits = verifier !== undefined && verifier !== null && fitsVerifier(verifier, pin)
    return { fits: fits ? [null] : [] }
  }

  /** A slip, or (rarely) one of the PINs that a tablet takes for right and the server does not. */
  #wrongPin(person: SimPerson): string {
    const verifier = this.storage.disk.staff.get(person.id)?.verifier ?? null
    const sly = this.dice.chance(0.3)
    for (let n = 0; ; n += 1) {
      const pin = String(900_000 - n)
      if (verifier === null || (pin !== person.pin && fitsVerifier(verifier, pin) === sly))
        return pin
    }
  }

  /** The latest sign-on here, mostly one that still carries something. */
  #signOn(): Id | null {
    const rows = [...this.storage.disk.sign_ons.values()].filter(
      ({ ended_at }) => ended_at === null,
    )
    const row = rows.toSorted((a, b) => a.occurred_at - b.occurred_at).at(-1)
    return row?.op_id ?? null
  }

  async signOff(): Promise<void> {
    const sign_on = this.#signOn()
    if (sign_on !== null) await this.#save({ kind: 'staff.sign_off', data: {} }, { sign_on })
  }

  /** Some of a ticket's people, or all. */
  async admit(ticket: SimTicket): Promise<void> {
    const some = this.dice.chance(0.5) ? { count: this.dice.between(1, ticket.party_size) } : {}
    await this.#atDoor('ticket.admit', ticket, some)
  }

  async exit(ticket: SimTicket): Promise<void> {
    await this.#atDoor('ticket.exit', ticket, {})
  }

  async #atDoor(
    kind: 'ticket.admit' | 'ticket.exit',
    ticket: SimTicket,
    some: { readonly count?: number },
  ): Promise<void> {
    const shown = await showTicket(tablesOf(this.storage.disk), ticket)
    const { performance_id } = this.parts.shop.house
    await this.#save({ kind, data: { ticket_token: ticket.token, performance_id, ...some } }, shown)
  }

  async walkIn(): Promise<void> {
    const { performance_id } = this.parts.shop.house
    const data = { performance_id, count: this.dice.between(1, 3) }
    await this.#save({ kind: 'ticket.walk_in', data })
  }

  async punch(): Promise<void> {
    const sign_on = this.#signOn()
    const kind = `clock.${this.dice.pick(PUNCH_ACTIONS)}` as const
    if (sign_on !== null) await this.#save({ kind, data: {} }, { sign_on })
  }

  async undo(): Promise<void> {
    const made = [...this.storage.disk.outbox.values()].filter(
      ({ kind }) => /^(loyalty|ticket)\./.test(kind) || punchAction(kind) !== undefined,
    )
    const target = made.at(-1 - this.dice.between(0, 2))
    if (target === undefined) return
    const data = { op_id: target.id, reason: 'undo' }
    await this.#save({ kind: 'op.void', data }, { sign_on: target.local.sign_on })
  }

  failed(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error)
    this.note(`not saved: ${text}`)
  }

  // What happens to its storage and its pairing.

  /** Cleared by somebody, or evicted. */
  wipe(): void {
    this.kill()
    this.#lose(emptyDisk())
    this.credentials = null
  }

  photograph(): void {
    this.#image = copyDisk(this.storage.disk)
  }

  /** Put back to an earlier image, as a tablet restored from a backup is. */
  putBack(): void {
    const image = this.#image
    if (image === null || this.page === null) return
    if (JSON.stringify(identityOf(image)) !== JSON.stringify(this.identity)) return
    this.kill()
    const { device, incarnation } = this.identity ?? {}
    this.parts.witness.putBack.add(`${device?.id}/${incarnation}`)
    this.#lose(copyDisk(image))
  }

  /** One operation is gone with what it did here, as from a damaged database. */
  forgetOne(): void {
    const rows = [...this.storage.disk.outbox.values()].filter(({ kind }) => kind !== 'device.lost')
    if (rows.length === 0) return
    const disk = copyDisk(this.storage.disk)
    const { id } = this.dice.pick(rows)
    disk.outbox.delete(id)
    disk.effects.delete(id)
    disk.punches.delete(id)
    disk.movements.delete(id)
    disk.crowds.clear()
    this.#lose(disk)
  }

  #lose(disk: Disk): void {
    for (const id of this.storage.disk.outbox.keys()) {
      if (!disk.outbox.has(id)) this.parts.witness.gone.add(id)
    }
    this.storage.disk = disk
  }

  /** Becomes what a new pairing says, as the kiosk does. */
  async paired({ identity, credentials }: Awaited<ReturnType<SimShop['pair']>>): Promise<void> {
    this.kill()
    this.credentials = credentials
    const disk = copyDisk(this.storage.disk)
    await becomePaired(disk, identity)
    this.storage.disk = disk
    this.boot()
  }
}

const HEALTH = {
  app_version: '1.0.0',
  storage_persisted: true,
  storage_used_bytes: 1,
  storage_quota_bytes: 2,
}
