/** One record of a file: the line it begins on (the first is 1) and its cells. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** Cells of a text of RFC 4180; `open` names the line on which a quote was opened and never closed. */
export interface CsvFile {
  readonly records: readonly CsvRecord[]
  readonly open: number | undefined
}

/**
 * Reads what spreadsheets write: commas or semicolons (whichever the heading has more of), quotes,
 * any line end, a byte order mark. Empty lines are skipped.
 */
export function readCsv(text: string): CsvFile {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let begins = 1
  let quoted: number | undefined
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRecord = (): void => {
    endCell()
    if (cells.some((one) => one !== '')) records.push({ line: begins, cells })
    cells = []
    begins = line
  }
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '\n') line += 1
    if (quoted !== undefined) {
      if (char !== '"') cell += char
      else if (source.charAt(at + 1) === '"') cell += source.charAt((at += 1))
      else quoted = undefined
    } else if (char === '"' && cell.trim() === '') {
      quoted = line
      cell = ''
    } else if (char === separator) endCell()
    else if (char === '\n') endRecord()
    else if (char !== '\r') cell += char
  }
  if (quoted === undefined) endRecord()
  return { records, open: quoted }
}

function separatorOf(source: string): ',' | ';' {
  const [heading = ''] = source.split('\n', 1)
  return heading.split(';').length > heading.split(',').length ? ';' : ','
}
