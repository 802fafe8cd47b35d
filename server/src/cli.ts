#!/usr/bin/env node
/** `pnpm counterfoil <command>`: the ledger and backups, whether the server runs or not. */
import { runCli } from './cli/run-cli'

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(new Error('stopped')))
}

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  say: (line) => console.error(line),
  stopping: stopping.signal,
})

// What was under way is given up with the process.
if (stopping.signal.aborted) process.exit(130)
