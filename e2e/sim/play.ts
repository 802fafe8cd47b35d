import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { migrateDatabase } from '../../server/src/db/migrate'
import { Nodes } from './nodes'
import { simulate } from './simulate'

export interface Played {
  readonly failed: number
  readonly operations: number
}

export interface Seeds {
  readonly first: number
  readonly count: number
  /** Print what happened, line by line. */
  readonly trace: boolean
}

const MOST = 5

/** Plays seeds one after the other on a database of their own; prints those that fail. */
export async function playSeeds(cluster: string, seeds: Seeds): Promise<Played> {
  const name = `sim_${randomBytes(8).toString('hex')}`
  await run(cluster, `create database ${name} template template0`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  await migrateDatabase(url.href)
  const nodes = Nodes.open(url.href)
  try {
    return await playAll(nodes, seeds)
  } finally {
    await nodes.close()
    await run(cluster, `drop database ${name} with (force)`)
  }
}

async function playAll(nodes: Nodes, { first, count, trace }: Seeds): Promise<Played> {
  let [failed, operations] = [0, 0]
  for (let seed = first; seed < first + count; seed += 1) {
    const result = await simulate(nodes, seed)
    operations += result.operations
    if (trace) console.log(result.trace.join('\n'))
    if (trace) console.log(`seed ${seed}: ${result.digest}, ${result.faults.length} faults`)
    if (result.faults.length === 0) continue
    failed += 1
    console.log(`seed ${seed} fails (pnpm sim --seed ${seed}):\n  ${firstOf(result.faults)}`)
  }
  return { failed, operations }
}

/** One fault leads to another; the first ones tell. */
function firstOf(faults: readonly string[]): string {
  const rest = faults.length > MOST ? [`… and ${faults.length - MOST} more`] : []
  return [...faults.slice(0, MOST), ...rest].join('\n  ')
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
