/** Shapes of the wire contract as its text has them; written apart from the product on purpose. */
import type { JWK } from 'jose'

export interface Pairing {
  readonly api_url: string
  readonly store_code: string
  readonly auth_token: string
}

export interface Device {
  readonly id: string
  readonly label: string
  readonly jobs: readonly string[]
}

export interface PairingAnswer {
  readonly device: Device
  readonly pairing: Pairing
  readonly qr_png: string
}

export interface ClaimAnswer {
  readonly device: Device
  readonly store: { readonly id: string }
  readonly merchant: { readonly id: string }
  readonly incarnation: number
  readonly server_time: string
  readonly sealing_key: JWK
  readonly limits: { readonly max_ops: number; readonly max_bytes: number }
}

export interface Shown {
  readonly status: 'accepted' | 'rejected' | 'pending'
  readonly code: string | null
}

export interface Op {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly offset_ms: number | null
  readonly sign_on?: string
  readonly shown: Shown
  readonly data: Readonly<Record<string, unknown>>
}

export interface Verdict {
  readonly id: string
  readonly seq: number
  readonly status: 'accepted' | 'rejected'
  readonly code: string | null
  readonly flags: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
  readonly occurred_at: string
}

export interface PushAnswer {
  readonly received_at: string
  readonly last_seq: number
  readonly missing: readonly (readonly [number, number])[]
  readonly verdicts: readonly Verdict[]
}

export interface Change {
  readonly entity: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>> | null
}

/** What an entrance is told beside a page of changes. */
export interface ClockNews {
  readonly rules: Readonly<Record<string, unknown>>
  readonly people: readonly {
    readonly staff_id: string
    readonly punches: readonly {
      readonly op_id: string
      readonly punch: string
      readonly at: string
      readonly seq: number | null
      readonly manual: boolean
    }[]
  }[]
}

export interface PullAnswer {
  readonly cursor: string
  readonly more: boolean
  readonly reset: boolean
  readonly server_time: string
  readonly changes: readonly Change[]
  readonly clock?: ClockNews
}
