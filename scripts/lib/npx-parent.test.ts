import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { ROOT } from './repository'

/** A shell that calls itself npx and runs the child behind yet another shell. */
function startBehindNpx(): ReturnType<typeof spawn> {
  const inner = `"${process.execPath}" --import tsx scripts/fixtures/behind-npx.ts; true`
  return spawn('/bin/sh', ['-c', `sh -c "$INNER"; true`, 'x'], {
    argv0: 'npm exec pnpm@12 start',
    cwd: ROOT,
    env: { ...process.env, INNER: inner },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

// oxlint-disable-next-line vitest/no-conditional-tests -- other systems have no /proc to look at
if (process.platform === 'linux') {
  test('what npx started ends with npx', async () => {
    const npx = startBehindNpx()
    if (npx.stdout === null) throw new Error('no output')
    const [line] = (await once(createInterface({ input: npx.stdout }), 'line')) as [string]
    expect(line).toBe(String(npx.pid))
    const ended = once(npx.stdout, 'close')
    npx.kill('SIGKILL')
    await ended
  })
}
