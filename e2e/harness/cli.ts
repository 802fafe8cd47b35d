import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { type ProductServer, SERVER_ENTRY } from './server'

export interface CliAnswer {
  readonly code: number
  readonly output: string
}

/** Runs the built command line with the environment of a server, whether that runs or not. */
export function counterfoil(server: ProductServer, ...args: readonly string[]): Promise<CliAnswer> {
  const { env, dataDir } = server.setting
  const options = { cwd: dataDir, env: { PATH: process.env['PATH'] ?? '', ...env } }
  const entry = join(dirname(SERVER_ENTRY), 'cli.js')
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], options, (error, stdout, stderr) => {
      const failed = error === null ? 0 : 1
      const code = typeof error?.code === 'number' ? error.code : failed
      resolve({ code, output: stdout + stderr })
    })
  })
}
