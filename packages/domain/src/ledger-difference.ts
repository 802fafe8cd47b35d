/** In which way something is not as the ledger says. */
export const LEDGER_FAULTS = [
  /** A number is left out, or comes twice. */
  'entry_missing',
  /** `prev_hash` is not the hash of the entry before. */
  'link_broken',
  /** The content does not have the hash that stands beside it. */
  'entry_changed',
  /** The ledger ends before the number that its head, or somebody who looked earlier, remembers. */
  'end_missing',
  /** An entry that counts, of a kind that this version cannot rebuild. */
  'kind_unknown',
  'value_differs',
  /** The ledger brought about a row that is not there. */
  'row_missing',
  /** A row that no entry brought about. */
  'row_unfounded',
] as const
export type LedgerFault = (typeof LEDGER_FAULTS)[number]

const BREAKS: ReadonlySet<LedgerFault> = new Set([
  'entry_missing',
  'link_broken',
  'entry_changed',
  'end_missing',
])

/** Whether the chain itself is broken, rather than something beside it that it says otherwise. */
export function breaksChain({ fault }: Pick<LedgerDifference, 'fault'>): boolean {
  return BREAKS.has(fault)
}

/** One thing that is not as the ledger says; all a person needs to go and look. */
export interface LedgerDifference {
  readonly fault: LedgerFault
  /** The entry concerned, where there is one. */
  readonly n: number | null
  readonly table: string
  /** The row's id; `null` where the table has one row for the merchant. */
  readonly row: string | null
  readonly field: string | null
  readonly expected: string | null
  readonly found: string | null
}

export type Figure = string | number | boolean | null

/** A value in a table against the one that the ledger gives. */
export function valueDiffers(
  place: Pick<LedgerDifference, 'n' | 'table' | 'row'> & { readonly field: string },
  expected: Figure,
  found: Figure,
): LedgerDifference | undefined {
  if (expected === found) return undefined
  return { fault: 'value_differs', ...place, expected: textOf(expected), found: textOf(found) }
}

function textOf(figure: Figure): string {
  return figure === null ? 'nothing' : String(figure)
}

/** The difference as one English sentence, for logs and the command line. */
export function differenceText(difference: LedgerDifference): string {
  const { fault, n, table, row, field } = difference
  const expected = difference.expected ?? 'nothing'
  const found = difference.found ?? 'nothing'
  const place = row === null ? table : `${table} ${row}`
  switch (fault) {
    case 'entry_missing':
      return `Entry ${expected} is missing: in its place stands ${found}.`
    case 'link_broken':
      return `Entry ${n} does not follow the one before it: prev_hash should be ${expected}, found ${found}.`
    case 'entry_changed':
      return `Entry ${n} was changed: its content has the hash ${expected}, beside it stands ${found}.`
    case 'end_missing':
      return `The ledger should reach ${expected}, found ${found}.`
    case 'kind_unknown':
      return `Entry ${n} is of the kind ${found}, which this version cannot rebuild.`
    case 'value_differs':
      return `In ${place}, ${field} should be ${expected}, found ${found}${n === null ? '' : ` (entry ${n})`}.`
    case 'row_missing':
      return `In ${table}, the row ${row} is missing${n === null ? '' : `; entry ${n} brought it about`}.`
    case 'row_unfounded':
      return `In ${table}, the row ${row} stands without an entry that brought it about.`
  }
}
