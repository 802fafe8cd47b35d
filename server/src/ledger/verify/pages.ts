/** Rows of one statement at most: a large ledger is never in memory as a whole. */
export const PAGE = 1000

/**
 * Reads a long list page by page, each from where the one before ended.
 * @param read at most {@link PAGE} rows behind `after`, in the list's order
 */
export async function* pagesOf<Row>(
  read: (after: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined
  for (;;) {
    const rows = await read(after)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    after = rows.at(-1)
  }
}
