/** `pnpm bench <name> […]`: runs `server/bench/<name>.ts` or `e2e/bench/<name>.ts`. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ROOT } from './lib/repository'

const FOLDERS = ['server/bench', 'e2e/bench']

async function names(): Promise<string[]> {
  const found = await Promise.all(
    FOLDERS.map((folder) => readdir(join(ROOT, folder)).catch(() => [])),
  )
  return found
    .flat()
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => basename(file, '.ts'))
}

const [name, ...rest] = process.argv.slice(2)
const file = FOLDERS.map((folder) => join(ROOT, folder, `${name}.ts`)).find((path) =>
  existsSync(path),
)
if (name === undefined || file === undefined) {
  console.error(`Name one of: ${(await names()).join(', ')}`)
  process.exit(2)
}
const bench = spawn(process.execPath, ['--import', 'tsx', file, ...rest], {
  cwd: ROOT,
  stdio: 'inherit',
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => bench.kill(signal))
bench.on('exit', (code) => process.exit(code ?? 1))
