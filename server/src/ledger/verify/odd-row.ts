import type { Id, LedgerDifference } from '@counterfoil/domain'

/** One figure of a row that the ledger gives otherwise; `field: 'row'`: there is none, or none due. */
export interface Odd {
  readonly n: number | null
  readonly row: Id
  readonly field: string
  readonly expected: string | null
  readonly found: string | null
}

/** The first of some oddities of a table, in words of the verification. */
export function oddDifference(table: string, odds: readonly Odd[]): LedgerDifference | undefined {
  const [odd] = odds
  if (odd === undefined) return undefined
  const { n, row, field, expected, found } = odd
  const place = { n, table, row }
  if (field !== 'row') return { fault: 'value_differs', ...place, field, expected, found }
  const fault = expected === null ? 'row_unfounded' : 'row_missing'
  return { fault, ...place, field: null, expected: null, found: null }
}
