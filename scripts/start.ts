/**
 * `pnpm start`: builds what is stale, then runs the server in the foreground with this process's
 * environment. The server itself says where to go and how to sign in.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildTargets, staleTargets } from './lib/build-targets'
import { endWithNpx } from './lib/npx-parent'
import { ROOT } from './lib/repository'
import { secondsSince } from './lib/run'

async function buildWhatIsStale(): Promise<void> {
  const names = await staleTargets()
  if (names.length === 0) return
  const start = performance.now()
  console.log(`Building ${names.join(', ')} (only after a change) …`)
  const results = await buildTargets(names)
  const broken = results.filter(({ code }) => code !== 0)
  for (const { name, output } of broken) console.error(`${name} could not be built:\n${output}`)
  if (broken.length > 0) process.exit(1)
  console.log(`Built in ${secondsSince(start)}.`)
}

function serve(): void {
  const server = spawn(
    process.execPath,
    // Batches leave much short-lived behind; with room for it, it is cleared away a fifth as often.
    ['--enable-source-maps', '--max-semi-space-size=64', join(ROOT, 'server/dist/main.js')],
    { cwd: ROOT, stdio: 'inherit' },
  )
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
    // A terminal's Ctrl-C already went to the whole process group.
    const delivered = signal === 'SIGINT' && process.stdin.isTTY
    process.on(signal, () => void (delivered || server.kill(signal)))
  }
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`)
    process.exit(1)
  })
  server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

endWithNpx()
await buildWhatIsStale()
serve()
