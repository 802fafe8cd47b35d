import type { LocalMeta } from '@counterfoil/sync'

export type {
  CardRow,
  ClockRow,
  CrowdRow,
  EffectRow,
  Identity,
  IssuerKeyRow,
  MovementRow,
  NoticeRow,
  OutboxRow,
  PerformanceRow,
  PinRow,
  ProgramRow,
  PunchRow,
  RewardRow,
  SignOnRow,
  StaffRow,
  TicketRow,
} from '@counterfoil/sync'

/** What the tablet proves itself with. The private key cannot leave the browser. */
export interface Credentials {
  readonly auth_token: string
  readonly private_key: CryptoKey
  readonly public_jwk: { readonly kty: 'EC'; readonly crv: 'P-256'; x: string; y: string }
}

/** Single values, by name: the engine's, and those that only a browser has. */
export interface MetaValues extends LocalMeta {
  readonly credentials: Credentials
  /** A pairing whose claim has not been answered: the same key must be used again. */
  readonly pending_pairing: Credentials
  /** Every address whose codes this tablet reads: of all pairings with this merchant. */
  readonly public_urls: readonly string[]
  /** The tab that may write operations. */
  readonly leader: string
}
