/** What a person decides about a program. */
export interface ProgramValues {
  readonly name: string
  readonly kind: 'stamps' | 'points'
  readonly reward: string
  readonly stamps_required: number
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
  readonly points_per_unit: number
  readonly min_amount_minor: number
  readonly max_points_per_op: number
}

/** What may be changed later: what cards collect may not. */
export type ProgramRules = Omit<ProgramValues, 'kind'>

export type Change = (change: Partial<ProgramValues>) => void

/** A part of the form: what is typed so far, and how to change it. */
export interface FieldsProps {
  readonly draft: ProgramValues
  readonly change: Change
}
