import { createHash } from 'node:crypto'
import { isLanguage, type Language } from '@counterfoil/messages'
import { emailSchema, type GuestImportError, nameSchema, textSchema } from '@counterfoil/protocol'
import * as z from 'zod'
import { nameKey } from '../../db/name-key'
import { type CsvRecord, readCsv } from './read-csv'

/** A row of the file that can be booked. */
export interface GuestRow {
  readonly line: number
  readonly name: string
  readonly email: string | null
  readonly party_size: number
  readonly language: Language
  readonly note: string
  /** What it is known by when it comes again: its reference, else who it is for. */
  readonly import_key: string
}

export interface GuestRows {
  readonly rows: readonly GuestRow[]
  readonly errors: readonly GuestImportError[]
}

const MOST_ROWS = 2000
const COLUMNS = ['name', 'email', 'party_size', 'language', 'note', 'reference', 'status'] as const
type Column = (typeof COLUMNS)[number]
type Cells = Readonly<Partial<Record<Column, string>>>

const NEEDED = ['name', 'party_size'] as const

/** Reads a guest list; nothing of the database is asked. */
export function readGuestRows(csv: string): GuestRows {
  const { records, open } = readCsv(csv)
  const [heading, ...body] = records
  const columns = (heading?.cells ?? []).map(columnOf)
  const wrong = [...headingErrors(columns), ...quoteErrors(open), ...lengthErrors(body)]
  if (wrong.length > 0) return { rows: [], errors: wrong }
  // Our own export lists those who did not confirm or gave back their seats as well.
  const coming = body.filter((record) => isComing(cellsOf(columns, record)))
  const read = coming.map((record) => readRow(record, cellsOf(columns, record)))
  const rows = read.flatMap(({ row }) => (row === undefined ? [] : [row]))
  return { rows, errors: [...read.flatMap(({ errors }) => errors), ...twiceErrors(rows)] }
}

function columnOf(cell: string): Column | undefined {
  const name = cell.toLowerCase().replaceAll(/[\s-]+/g, '_')
  return COLUMNS.find((column) => column === name)
}

/** Our own export marks what a spreadsheet would take for a formula by an apostrophe. */
function cellsOf(columns: readonly (Column | undefined)[], { cells }: CsvRecord): Cells {
  const named = columns.map((column, index) => [column, cells[index]?.replace(/^'/, '')] as const)
  return Object.fromEntries(named.filter(([column, cell]) => column !== undefined && cell !== ''))
}

function isComing({ status = 'confirmed' }: Cells): boolean {
  return !['cancelled', 'pending'].includes(status.toLowerCase())
}

function headingErrors(columns: readonly (Column | undefined)[]): GuestImportError[] {
  return NEEDED.filter((column) => !columns.includes(column)).map((column) =>
    errorAt(1, column, 'COLUMNS', `The heading has no column ${column}.`),
  )
}

function quoteErrors(open: number | undefined): GuestImportError[] {
  if (open === undefined) return []
  return [errorAt(open, null, 'QUOTES', 'A quotation mark is opened here and never closed.')]
}

function lengthErrors(body: readonly CsvRecord[]): GuestImportError[] {
  const first = body[MOST_ROWS]
  if (first === undefined) return []
  return [errorAt(first.line, null, 'TOO_LONG', `At most ${MOST_ROWS} rows at once.`)]
}

const partySizeCell = z.coerce.number().int().min(1).max(1000)

function readRow({ line }: CsvRecord, cells: Cells) {
  const errors: GuestImportError[] = []
  const read = <T>(
    column: Exclude<Column, 'status'>,
    schema: z.ZodType<T>,
    message: string,
  ): T | undefined => {
    const parsed = schema.safeParse(cells[column])
    if (parsed.success) return parsed.data
    const missing = cells[column] === undefined
    errors.push(errorAt(line, column, missing ? 'REQUIRED' : 'FORMAT', message))
    return undefined
  }
  const name = read('name', nameSchema(), 'A name of 1 to 120 visible characters is needed.')
  const size = read('party_size', partySizeCell, 'A whole number from 1 to 1000 is needed.')
  const email = read('email', emailSchema.optional(), 'This is no e-mail address.')
  const note = read('note', textSchema.optional(), 'At most 1000 visible characters.')
  const language = read('language', languageCell, 'One of en, fr, de, lb.')
  if (name === undefined || size === undefined || errors.length > 0)
    return { row: undefined, errors }
  const person = { name, email: email ?? null }
  const import_key = keyOf(cells['reference'] ?? `${nameKey(name)}\0${email ?? ''}`)
  const row = { ...person, line, party_size: size, note: note ?? '', language: language ?? 'en' }
  return { row: { ...row, import_key }, errors }
}

const languageCell = z
  .string()
  .toLowerCase()
  .refine(isLanguage)
  .transform((text) => (isLanguage(text) ? text : 'en'))
  .optional()

function twiceErrors(rows: readonly GuestRow[]): GuestImportError[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ line, import_key }) => {
    const first = seen.get(import_key)
    if (first !== undefined) {
      const message = `The same as line ${first}: give each a reference of its own.`
      return [errorAt(line, 'reference', 'TWICE', message)]
    }
    seen.set(import_key, line)
    return []
  })
}

/** What an imported row is known by, of its reference or of whom it is for. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

export function errorAt(
  line: number,
  column: GuestImportError['column'],
  code: GuestImportError['code'],
  message: string,
): GuestImportError {
  return { line, column, code, message }
}
