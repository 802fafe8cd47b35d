import type { EpochMs, Id, Job } from '@counterfoil/domain'
import type { Caller, Endpoint, Role } from '@counterfoil/protocol'

/** What a call of a user rests on, for what outlives the call. */
export type UserSession =
  | { readonly by: 'cookie'; readonly token_hash: string }
  | { readonly by: 'token'; readonly expires_at: EpochMs }

export interface UserCaller {
  readonly type: 'user'
  readonly account_id: Id
  readonly name: string
  readonly platform_admin: boolean
  readonly session: UserSession
}

/** A user acting for one merchant; `owner` for a platform admin on its behalf. */
export interface MerchantCaller extends UserCaller {
  readonly merchant_id: Id
  readonly role: Role
}

export interface CallerStore {
  readonly id: Id
  readonly code: string
  readonly time_zone: string
}

export interface StoreUserCaller extends MerchantCaller {
  readonly store: CallerStore
}

export interface DeviceCaller {
  readonly type: 'device'
  readonly merchant_id: Id
  readonly device_id: Id
  readonly store: CallerStore
  /** Counts the pairings of the device row. */
  readonly incarnation: number
  readonly jobs: readonly Job[]
}

/** A tablet, or a user who names the store in `Counterfoil-Store`. */
export type StoreCaller = DeviceCaller | StoreUserCaller

interface CallerTypes {
  anyone: undefined
  /** Told apart by the claim route itself. */
  device: undefined
  user: UserCaller
  admin: UserCaller
  merchant: MerchantCaller
  store: StoreCaller
}

export type CallerOf<E extends Endpoint> = CallerTypes[E['caller']]
export type AnyCaller = CallerTypes[Caller]
