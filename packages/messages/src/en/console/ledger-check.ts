import { wordsOf } from '../../plural'

const { count } = wordsOf('en')

/** What a difference is told with; `place` is a table and one of its rows. */
export interface DifferenceWords {
  readonly n: string
  readonly place: string
  readonly field: string
  readonly expected: string
  readonly found: string
}

export const ledger_check = {
  verify: 'Verify',
  title: 'Verify the ledger',
  text: 'Walks the chain from its first entry, rebuilds every figure from it and compares. Work goes on meanwhile.',
  start: 'Verify now',
  again: 'Verify again',
  running: 'Walking the chain …',
  whole: 'The ledger is whole',
  whole_text: ({ entries }: { readonly entries: number }) =>
    `${count(entries, 'entry', 'entries')}: each follows the one before, and every figure follows from them.`,
  empty: 'No entry yet, and nothing that would need one.',
  broken: 'The ledger is not whole',
  advice: 'Nothing was changed. Make a backup as things are now, before anything is put right.',
  up_to: 'Whole up to',
  nothing: 'nothing',
  entry: ({ n }: { readonly n: string }) => `entry ${n}`,
  at: 'Verified',
  hash: 'Fingerprint',
  keep: 'Keep the number and the fingerprint somewhere else: nothing before them can then be rewritten unseen, not even by whoever runs the database.',
  copy: 'Copy both',
  faults: {
    entry_missing: ({ expected, found }: DifferenceWords) =>
      `Entry ${expected} is missing; in its place stands ${found}.`,
    link_broken: ({ n }: DifferenceWords) => `Entry ${n} does not follow the one before it.`,
    entry_changed: ({ n }: DifferenceWords) =>
      `Entry ${n} was changed: its content does not have the fingerprint beside it.`,
    end_missing: ({ expected, found }: DifferenceWords) =>
      `It should reach ${expected}; found ${found}.`,
    kind_unknown: ({ n, found }: DifferenceWords) =>
      `Entry ${n} is of the kind ${found}, which this version does not know.`,
    value_differs: ({ place, field, expected, found }: DifferenceWords) =>
      `${place}: ${field} should be ${expected}, found ${found}.`,
    row_missing: ({ n, place }: DifferenceWords) =>
      `${place}: the row is missing, though entry ${n} brought it about.`,
    row_unfounded: ({ place }: DifferenceWords) =>
      `${place}: the row stands there without an entry.`,
  },
  export: 'Export',
  formats: { csv: 'For spreadsheets (CSV)', jsonl: 'For programs (JSON Lines)' },
  export_failed: 'The export failed',
}
