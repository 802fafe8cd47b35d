import type { Timestamp } from '../columns'

export interface SignInAttemptTable {
  key: string
  at: Timestamp
}
