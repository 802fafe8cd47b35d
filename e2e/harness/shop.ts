import { statusAndCode, type Answer } from './answer'
import { ConsoleClient } from './console-client'
import type { ProductServer } from './server'
import { TabletClient } from './tablet-client'
import type { PairingAnswer } from './wire'

/** The PIN of every `person`; no blocklist can object to it. */
export const PIN = '730528'
/** Nobody's PIN. */
export const WRONG_PIN = '941637'

export interface Thing {
  readonly id: string
}

/** One merchant of the demo and a hand on everything in it. */
export class Shop {
  constructor(
    readonly owner: ConsoleClient,
    readonly store: Thing & { readonly code: string },
  ) {}

  static async open(server: ProductServer, email: string): Promise<Shop> {
    const owner = new ConsoleClient(server.origin)
    must(await owner.login(email, server.demoPassword), 200)
    const [store] = await owner.all<Thing & { code: string }>('/merchant/stores')
    if (store === undefined) throw new Error(`${email} has no store`)
    return new Shop(owner, store)
  }

  /** Makes a device row and answers its pairing, this once. */
  async pairing(jobs: readonly string[] = ['loyalty']): Promise<PairingAnswer> {
    const body = { store_id: this.store.id, label: `Counter ${unique()}`, jobs }
    return must(await this.owner.post<PairingAnswer>('/merchant/devices', body), 201)
  }

  /** A tablet that has claimed its pairing. */
  async tablet(jobs?: readonly string[]): Promise<TabletClient> {
    const { pairing } = await this.pairing(jobs)
    const tablet = await TabletClient.pair(pairing)
    must(await tablet.claim(), 200)
    return tablet
  }

  /** A person with a PIN. */
  async person(pin = PIN): Promise<Thing> {
    const body = { name: `Person ${unique()}`, personnel_number: unique(), pin }
    return must(await this.owner.post<{ staff: Thing }>('/merchant/staff', body), 201).staff
  }

  /** A stamp program that asks for no PIN unless told to. */
  async program(rules: Readonly<Record<string, unknown>> = {}): Promise<Thing> {
    const body = {
      name: `Program ${unique()}`,
      kind: 'stamps',
      stamps_required: 10,
      cooldown_minutes: 15,
      daily_limit: 5,
      pin_required: false,
      ...rules,
    }
    return must(await this.owner.post<{ program: Thing }>('/merchant/programs', body), 201).program
  }

  /** A card and the token of its QR. */
  async card(program: Thing): Promise<{ card: Thing; token: string }> {
    const body = { program_id: program.id }
    return must(await this.owner.post<{ card: Thing; token: string }>('/merchant/cards', body), 201)
  }
}

let counter = 0

/** A short name nobody else in this run has. */
export function unique(): string {
  counter += 1
  return `${process.pid.toString(36)}${counter.toString(36)}`.toUpperCase()
}

/** The body of an answer that has the expected status. @throws what came instead */
export function must<T>(answer: Answer<T>, status: number): T {
  if (answer.status === status) return answer.body
  throw new Error(`expected ${status}, got ${statusAndCode(answer)}: ${answer.text.slice(0, 500)}`)
}
