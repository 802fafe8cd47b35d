#!/usr/bin/env node
/**
 * Verifies an exported ledger by itself: `node verify-ledger.mjs ledger.jsonl [number:hash …]`.
 * Takes JSON Lines and CSV. Needs Node and nothing else, no network, nothing of Counterfoil.
 *
 * The rule: entries are numbered 1, 2, 3 …; `prev_hash` is the hash of the entry before (64 zeros
 * before the first); `hash` is SHA-256 over `prev_hash` and the entry's canonical JSON (RFC 8785),
 * in hex. Give points that were noted earlier, as `number:hash`, to see that nothing before them
 * was rewritten. Exit code 0: whole. 1: not. 2: not used properly.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

const [file, ...noted] = process.argv.slice(2)
const points = noted.map((text) => /^(\d+):([0-9a-f]{64})$/.exec(text))
if (file === undefined || points.includes(null)) {
  console.error('Usage: node verify-ledger.mjs <ledger.jsonl | ledger.csv> [number:hash …]')
  process.exit(2)
}

class Fault extends Error {}

/** RFC 8785, for the values a ledger holds: keys in order, no white space, whole numbers. */
function canonical(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Fault('no whole number')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** JSON Lines: a line about the export, then one line for each entry. */
async function* readLines(chunks) {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    for (const line of lines) {
      const { ledger, ...row } = JSON.parse(line)
      if (ledger === undefined) yield row
      else head = ledger
    }
  }
  if (rest !== '') throw new Fault('the last line is cut off')
}

/** CSV (RFC 4180): the column `entry` is what was hashed; the others must say the same. */
async function* readTable(chunks) {
  let columns
  for await (const cells of readCells(chunks)) {
    if (columns === undefined) {
      columns = cells.map((name) => name.replace('\ufeff', ''))
      continue
    }
    if (cells.length !== columns.length) throw new Fault(`a row has ${cells.length} cells`)
    const row = Object.fromEntries(columns.map((name, index) => [name, cells[index]]))
    const entry = JSON.parse(row.entry)
    for (const [name, value] of Object.entries(entry)) {
      const said = row[name]?.replace(/^'/, '')
      const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
      if (said !== undefined && said !== text)
        throw new Fault(`entry ${entry.n}: ${name} says ${said}, hashed was ${text}`)
    }
    yield { entry, prev_hash: row.prev_hash, hash: row.hash }
  }
}

async function* readCells(chunks) {
  let cells = []
  let cell = ''
  let quoted = false
  let closing = false
  for await (const chunk of chunks) {
    for (const char of chunk) {
      if (closing && char !== '"') quoted = false
      if (quoted && char === '"' && !closing) closing = true
      else if (quoted) {
        cell += char
        closing = false
      } else if (char === '"') quoted = true
      else if (char === ',' || char === '\n') {
        cells.push(cell)
        cell = ''
        if (char === '\n') yield cells
        if (char === '\n') cells = []
      } else if (char !== '\r') cell += char
      if (!quoted) closing = false
    }
  }
  if (cells.length > 0 || cell !== '') throw new Fault('the last line is cut off')
}

let head
let n = 0
let previous = '0'.repeat(64)
const wanted = new Map()
for (const [, number, hash] of points) wanted.set(Number(number), hash)

try {
  const chunks = createReadStream(file, 'utf8')
  const rows = file.endsWith('.csv') ? readTable(chunks) : readLines(chunks)
  for await (const { entry, prev_hash, hash } of rows) {
    n += 1
    if (entry.n !== n) throw new Fault(`entry ${n} is missing: in its place stands ${entry.n}`)
    if (prev_hash !== previous) throw new Fault(`entry ${n} does not follow the one before it`)
    const own = createHash('sha256')
      .update(previous + canonical(entry))
      .digest('hex')
    if (hash !== own) throw new Fault(`entry ${n} was changed`)
    if ((wanted.get(n) ?? hash) !== hash) throw new Fault(`entry ${n} is not the one noted earlier`)
    previous = hash
  }
  for (const number of wanted.keys()) {
    if (number > n) throw new Fault(`it ends with entry ${n}, before entry ${number} noted earlier`)
  }
  if (head !== undefined && (head.n !== n || head.hash !== previous)) {
    throw new Fault(`it ends with entry ${n}, and says of itself that it has ${head.n}`)
  }
  console.log(`Whole: ${n} entries, the last with the hash ${previous}.`)
} catch (error) {
  console.error(`Not whole: ${error.message}.`)
  process.exitCode = 1
}
