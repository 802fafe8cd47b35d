import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { backupMac } from './backup-mac'
import {
  type BackupHeader,
  type BackupTable,
  type BackupTrailer,
  END_OF_ROWS,
  headerSchema,
  tableSchema,
  trailerSchema,
} from './format'

/** A backup, piece by piece, in the order of the file. */
export type BackupPart =
  | { readonly type: 'header'; readonly header: BackupHeader }
  | { readonly type: 'table'; readonly table: BackupTable }
  /** Whole rows of the table last named. */
  | { readonly type: 'rows'; readonly bytes: Buffer; readonly count: number }
  | { readonly type: 'table_end' }
  | { readonly type: 'trailer'; readonly trailer: BackupTrailer }

/** The file is no backup, is cut off, or was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export interface CheckedBackup {
  readonly header: BackupHeader
  readonly trailer: BackupTrailer
}

/**
 * Reads the whole file and looks that it is whole, unchanged and this server's own.
 * @throws BackupError saying what is wrong with it
 */
export async function checkBackup(
  file: string,
  secrets: readonly string[],
): Promise<CheckedBackup> {
  let header: BackupHeader | undefined
  let trailer: BackupTrailer | undefined
  for await (const part of readBackup(file)) {
    if (part.type === 'header') header = part.header
    if (part.type === 'trailer') trailer = part.trailer
  }
  if (header === undefined || trailer === undefined) throw new BackupError('The backup is cut off.')
  const { mac, sha256 } = trailer
  if (!secrets.some((secret) => mac === backupMac(secret, sha256))) {
    throw new BackupError(
      'The backup was made under another SECRET_KEY: PINs, pairings and keys in it would be ' +
        'lost. Put the key of the server that made it in its place.',
    )
  }
  return { header, trailer }
}

/**
 * @throws BackupError where the file is not as it was written
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  let table: string | undefined
  let begun = false
  for await (const lines of linesOf(file)) {
    let data: Buffer[] = []
    for (const line of lines) {
      const isEnd = line.toString('latin1', 0, 3) === `${END_OF_ROWS}\n`
      if (table !== undefined && !isEnd) {
        data.push(line)
        continue
      }
      if (table !== undefined) {
        yield* rowsPart(data, hash, rows, table)
        data = []
        table = undefined
        hash.update(line)
        yield { type: 'table_end' }
        continue
      }
      const part = readJsonLine(line, begun)
      begun = true
      if (part.type === 'trailer') checkEnd(part.trailer, rows, hash.digest('hex'))
      else hash.update(line)
      if (part.type === 'table') {
        table = part.table.table
        rows[table] = 0
      }
      yield part
      if (part.type === 'trailer') return
    }
    if (table !== undefined) yield* rowsPart(data, hash, rows, table)
  }
  throw new BackupError('The backup is cut off.')
}

function* rowsPart(
  data: readonly Buffer[],
  hash: { update(bytes: Buffer): unknown },
  rows: Record<string, number>,
  table: string,
): Generator<BackupPart> {
  if (data.length === 0) return
  const bytes = Buffer.concat(data)
  hash.update(bytes)
  rows[table] = (rows[table] ?? 0) + data.length
  yield { type: 'rows', bytes, count: data.length }
}

function readJsonLine(line: Buffer, begun: boolean): BackupPart {
  const value = parse(line.toString())
  if (!begun) {
    const header = headerSchema.safeParse(value).data
    if (header === undefined) throw new BackupError('This is no backup of Counterfoil.')
    return { type: 'header', header }
  }
  const table = tableSchema.safeParse(value).data
  if (table !== undefined) return { type: 'table', table }
  const trailer = trailerSchema.safeParse(value).data
  if (trailer !== undefined) return { type: 'trailer', trailer }
  throw new BackupError('The backup was changed: a line in it is not as it was written.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkEnd(trailer: BackupTrailer, rows: Record<string, number>, sha256: string): void {
  if (trailer.sha256 !== sha256) {
    throw new BackupError('The backup was changed: its checksum does not fit.')
  }
  const wrong = Object.keys({ ...trailer.rows, ...rows }).find(
    (table) => trailer.rows[table] !== rows[table],
  )
  if (wrong !== undefined) throw new BackupError(`The backup lacks rows of ${wrong}.`)
}

/** Complete lines, their line feeds included, as many as a chunk brought. */
async function* linesOf(file: string): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytesOf(file)) {
    const lines: Buffer[] = []
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      lines.push(bytes.subarray(from, at + 1))
      from = at + 1
    }
    rest = bytes.subarray(from)
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) throw new BackupError('The backup is cut off.')
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const plain = source.pipe(createGunzip())
  source.on('error', (error) => plain.destroy(error))
  try {
    yield* plain as AsyncIterable<Buffer>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error
    throw new BackupError('The backup is cut off or damaged: it cannot be unpacked.', {
      cause: error,
    })
  } finally {
    source.destroy()
    plain.destroy()
  }
}
