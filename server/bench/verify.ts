/** `counterfoil ledger verify` of a ledger of years: how long, and how much memory at most. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setInterval as every } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { startBenchServer } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { keepHistory } from './lib/real-history'
import { note, report } from './lib/report'

const CARDS = 20_000
const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 1_000_000)
const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

interface Verified {
  readonly code: number | null
  readonly seconds: number
  readonly peak_mb: number
}

async function verify(url: string): Promise<Verified> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'ledger', 'verify'], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: url },
    stdio: ['ignore', process.stderr, process.stderr],
  })
  let peak_mb = 0
  const look = async (): Promise<void> => {
    peak_mb = Math.max(peak_mb, await peakOf(child.pid))
  }
  const looking = every(() => void look(), 250)
  await once(child, 'exit')
  clearInterval(looking)
  const seconds = Math.round((performance.now() - start) / 100) / 10
  return { code: child.exitCode, seconds, peak_mb }
}

async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

const server = await startBenchServer()
try {
  note('making the shop …')
  const shop = await makeShop(server, CARDS)
  note(`keeping ${ENTRIES} entries …`)
  await keepHistory(server, shop, ENTRIES)
  note('verifying …')
  report('verify', { entries: ENTRIES, cards: CARDS, ...(await verify(server.url)) })
} finally {
  await server.stop()
}
