import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { userInfo } from 'node:os'
import { chromium } from 'playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

function installed(): string | undefined {
  const own = chromium.executablePath()
  return onPath(NAMES) ?? (isExecutable(own) ? own : undefined)
}

function installFromDebian(): string | undefined {
  if (userInfo().uid !== 0 || onPath(['apt-get']) === undefined) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
  execFileSync('apt-get', ['install', '-y', '-q', 'chromium'], { env, stdio: 'ignore' })
  return onPath(NAMES)
}

/**
 * Path of the browser for the tests: `COUNTERFOIL_CHROMIUM`, else one on the path, else
 * Playwright's own, else Debian's package is installed (as root only).
 * @throws a sentence that says what to do when there is none
 */
export function findChromium(): string {
  const named = process.env['COUNTERFOIL_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named
    throw new Error(`COUNTERFOIL_CHROMIUM names ${named}, which cannot be executed.`)
  }
  const found = installed() ?? installFromDebian()
  if (found !== undefined) return found
  throw new Error(
    'The browser tests need Chromium: install it (`apt-get install chromium`), or run ' +
      '`npx playwright install chromium`, or name one in COUNTERFOIL_CHROMIUM.',
  )
}

/** Flags that keep the browser quiet, offline by itself and able to start as root. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
